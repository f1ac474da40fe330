const format = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });

/** US dollars as "$1.20"; amounts below a cent as "under $0.01". */
export function formatMoney(dollars: number): string {
  return dollars > 0 && dollars < 0.01 ? "under $0.01" : format.format(dollars);
}
