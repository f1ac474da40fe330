/** The package has no types of its own. Its lists are named by ISO 639-3. */
declare module "stopword" {
  type Words = readonly string[];
  export const ara: Words, bul: Words, ces: Words, dan: Words, deu: Words, ell: Words, eng: Words, fas: Words;
  export const fin: Words, fra: Words, heb: Words, hin: Words, hun: Words, ind: Words, ita: Words, jpn: Words;
  export const kor: Words, nld: Words, nob: Words, pol: Words, por: Words, ron: Words, rus: Words, spa: Words;
  export const swe: Words, tha: Words, tur: Words, ukr: Words, vie: Words, zho: Words;
}
