/** The signs of the old editor's emoticons, which have a name alone. */
export const EMOTICONS: Readonly<Record<string, string>> = {
  ...{
    smile: "🙂",
    sad: "🙁",
    cheeky: "😛",
    laugh: "😀",
    wink: "😉",
    "thumbs-up": "👍",
    "thumbs-down": "👎",
  },
  ...{ information: "ℹ", tick: "✔", cross: "✘", warning: "⚠", plus: "➕", minus: "➖", question: "❓" },
  ...{ "light-on": "💡", "light-off": "💡", "yellow-star": "★", "red-star": "★", "green-star": "★" },
  ...{ "blue-star": "★", heart: "❤", "broken-heart": "💔" },
};
