import type { VersionPatterns } from "../../version-patterns";
import { parseChoice } from "./parse-choice";
import { parseStatus, parseStatusOfName, withoutVersion } from "./parse-status";

export const versions: VersionPatterns = {
  parseStatus,
  parseStatusOfName,
  withoutVersion,
  parseChoice,
  versionNote:
    /^(?:(?:this|the)\s+(?:\p{L}+\s+){1,3})?(?:(?:is|are|was|has been)\s+)?(?:valid|effective|in force|applies|replaces|supersedes|replaced|superseded|deprecated|outdated|obsolete|expires|gilt|gültig|ersetzt|valable|remplace|vigente|sustituye)\b[^.]{0,80}\.?$/iu,
  asksForValidity:
    /\b(?:valid|in force|in effect|effective|appl(?:y|ies)|repla(?:ce|ces|ced|cing)|supersed|expire|deprecated|obsolete|version|gilt|gültig|ersetz|valable|vigueur|vigente)/i,
  datePreposition:
    /(?<!\p{L})(?:(?:valid|effective|with effect)\s+)?(?:from|until|till|since|as of|by|on|in|before|after|starting|ab|bis|seit|am|im)\s+(?:the\s+)?$/iu,
  scopePreposition:
    /(?<!\p{L})(?:for|in|at|on|during|if|unless|except|without|outside|when|while|from|für|im|bei|pour|para)\s+/giu,
  universalScope:
    /^(?:everybody|everyone|all|us|the (?:whole )?(?:company|team|office)|now|general|force|full|total|good time|advance)\b/iu,
};
