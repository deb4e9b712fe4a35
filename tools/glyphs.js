// Whether this browser shows Chinese characters: two of them, and a character that no font has,
// have to look different from each other. Without a font all three are the same box. An
// expression that gives what is wrong, or "".
(() => {
  const drawn = ["手", "册", "\u{10FFFE}"].map((character) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 48;
    const pen = canvas.getContext("2d");
    pen.font = "32px sans-serif";
    pen.fillText(character, 4, 36);
    return canvas.toDataURL();
  });
  return new Set(drawn).size === 3 ? "" : "Chinese characters are shown as boxes: no font has them";
})()
