import { serve } from "../messaging/serve";
import { createContextMenu } from "../platform/context-menu";
import { onStart } from "../platform/lifecycle";
import { openPanelOnIconClick } from "../platform/side-panel";
import { bindContextMenu } from "./context-menu";
import { backgroundHandlers } from "./handlers";
import { bindLiveSearch } from "./live";
import { bindOmnibox } from "./omnibox";
import { bindSync, runDue } from "./sync";
import { bindVaultLock } from "./vault";

// Everything is bound in the first turn, or Chrome would not wake this worker for it.
serve("background", backgroundHandlers);
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
