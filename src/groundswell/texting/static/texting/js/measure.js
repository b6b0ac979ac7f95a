// How many texts some words will be: GSM-7 in 160 or 153 units, anything else UCS-2 in 70 or 67 (3GPP 23.038).
// What counts is the server's own measure; this one only answers while typing.
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const DOUBLE = "^{}\\[~]|€\f";

export function measure(body) {
  let units = 0;
  for (const letter of body) {
    if (BASIC.includes(letter)) units += 1;
    else if (DOUBLE.includes(letter)) units += 2;
    else return inParts(body.length, 70, 67);
  }
  return inParts(units, 160, 153);
}

function inParts(units, alone, joined) {
  const parts = units <= alone ? 1 : Math.ceil(units / joined);
  return { units, parts, room: parts === 1 ? alone : parts * joined };
}
