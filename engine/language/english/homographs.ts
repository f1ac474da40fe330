/** Words with a meaning of their own in English that are function words or fillers of another language. */
export const HOMOGRAPHS =
  "art bar bin brand car care cat cite comment contra data dates day days die dire dock dog door end exact face fine " +
  "fin finder fire folk font force fore form fort gang genre gift god ham hat hem hit ill inform kin kind kit lag leg " +
  "mast mate men merge met mine mint mod mode multi pan par pet pin plus pod pot pour pro proto rank rat resume sage " +
  "sale sent serve sex sick sign sin son star stage store sub sun tag tale tar ten tie tied tin ton tot van vice vine " +
  "vision visions volt war wet zero";
