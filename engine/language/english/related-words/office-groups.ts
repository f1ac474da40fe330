/**
 * Words and phrases of offices and households that stand for each other although WordNet does not relate them, or only in
 * a rare sense. Base forms; one group a line. Each supports the others of its group; those after ">" support those before
 * it, and not the other way round.
 */
const GROUPS = `
responsible, responsibility, owner, contact, accountable, in charge, look after, take care > assign, lead, maintainer
receipt, proof of purchase > invoice, expense
refund, reimburse, reimbursement, money back, pay back
call, phone, telephone, ring > hotline, dial
website, webpage, homepage, site, page > url
computer, pc > laptop, notebook, desktop, workstation
laptop, notebook > macbook
vacation, holiday, leave, absence, time off, day off, pto
salary, pay, wage, earn, compensation, remuneration
cost, price, fee, rate, charge, tariff, expensive
boss, manager, supervisor, report to > head, lead
colleague, coworker, teammate, team member
employee, worker, staff, personnel, team member
meeting, appointment > call, session, standup, sync
cancel, cancellation, revoke, terminate, call off > withdraw
postpone, reschedule, delay, push back, put off > move
write, author, writer
arrive, arrival, come, deliver, delivery, get here, eta > ship
end, expire, finish, run out, run until, valid until, last until, valid through > due
begin, start, commence, kick off > open, effective, as of
limit, maximum, max, cap, up to, at most, no more than
minimum, min, at least, no less than
closed, close, shut, not open
open > opening hours
deadline, due, no later than > submit
wifi, wlan > wireless, network
password, passcode, pin > code, credential
login, log in, sign in, log on
mail, email > message
address, located, location, find at > street
bathroom, restroom, toilet, washroom
cafeteria, canteen, lunchroom
weigh, weight, heavy
allow, permit, permission, may, welcome
forbid, prohibit, ban, not allow, not permit, must not, may not
broken, defective, faulty, out of order, not work > defect
buy, purchase, order, procure
replace, replacement, swap, exchange, substitute
quit, resign, resignation > leave
day, weekday > monday, tuesday, wednesday, thursday, friday, saturday, sunday
`;

export interface RelatedPhrase {
  /** One or more words with single spaces. */
  readonly phrase: string;
  /** Single words that the phrase supports. */
  readonly supports: readonly string[];
}

/** Each phrase with the single words that it supports. */
export function readOfficeGroups(): readonly RelatedPhrase[] {
  return GROUPS.trim()
    .split("\n")
    .flatMap((line) => {
      const [both = [], oneWay = []] = line.split(" > ").map((side) => side.split(", "));
      const words = both.filter((phrase) => !phrase.includes(" "));
      return [...both, ...oneWay].map((phrase) => ({
        phrase,
        supports: words.filter((word) => word !== phrase),
      }));
    });
}
