import { serve } from "../messaging/serve";
import { createContextMenu } from "../platform/context-menu";
import { onOfferFromPage } from "../platform/engine-port";
import { onStart } from "../platform/lifecycle";
import { openPanelOnIconClick } from "../platform/side-panel";
import { connectToEngine } from "./engine";
import { backgroundHandlers } from "./handlers";
import { bindLiveSearch } from "./sources/bind-live-search";
import { bindSync, runDue } from "./sources/sync";
import { bindContextMenu } from "./surfaces/context-menu";
import { bindOmnibox } from "./surfaces/omnibox";
import { bindVaultLock } from "./vault/vault-lock";

// Everything is bound in the first turn, or Chrome would not wake this worker for it.
serve(backgroundHandlers);
onOfferFromPage(connectToEngine);
bindContextMenu();
bindOmnibox();
bindSync();
bindVaultLock();
bindLiveSearch();
onStart(() => {
  void createContextMenu();
  void openPanelOnIconClick();
});
// Whatever woke this worker, a sync that the last one left midway goes on now.
void runDue();
