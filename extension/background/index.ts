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

// All listeners are bound in the first turn: Chrome starts the service worker only for those.
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
// Resumes a sync that the last service worker did not finish.
void runDue();
