/** The files of a botanical garden, to be asked for more than facts. */
export const GARDEN_FILES: Readonly<Record<string, string>> = {
  "plans/expansion-2027.md": `# Expansion plan 2027

The garden grows by two hectares in 2027. This plan was agreed by the board on 4 May 2026.

## Palm house

The palm house gets a new roof of insulated glass. The old roof leaks and costs 14,000 EUR of heating every winter. Work starts in March and takes nine weeks. During this time the palms move to the orangery. A crane lifts the panes from the north side. Visitors can watch from a platform. The architect is Imke Sol.

## Meadow

The meadow behind the pond becomes a field for wild bees. We sow forty kinds of herbs. Mowing happens twice a year, in July and October. Schools may adopt a square of ten metres. Signs explain the bees. The paths are made of bark. Dogs stay outside.

## Visitors

We expect 90,000 visitors in the first year, a third more than today. A second entrance opens at the tram stop. The ticket desk moves there. The café gets forty more seats. Toilets are built beside the café. Groups of more than twenty book ahead. Wheelchairs are lent for free.

## Budget

| Part | Cost |
|---|---|
| Palm house | 1.2 million EUR |
| Meadow | 80,000 EUR |
| Entrance | 310,000 EUR |

The city pays half of it. Donations cover a quarter. The rest comes from the savings of the garden. No loan is taken.

## Risks

Glass may arrive late, as it did in 2019. The tram stop depends on the city. Rain in March would stop the crane.
`,
  "plans/expansion-2026.md": `# Expansion plan 2026

The garden grows by one hectare in 2026. A fern valley is dug beside the pond.
`,
  "prices/tickets-2025.md": `# Ticket prices 2025

| Ticket | Day | Year |
|---|---|---|
| Adults | 9 EUR | 45 EUR |
| Children | 4 EUR | 20 EUR |
| Families | 20 EUR | 90 EUR |
`,
  "prices/tickets-2026.md": `# Ticket prices 2026

These prices replace those of 2025 from 1 January 2026.

| Ticket | Day | Year |
|---|---|---|
| Adults | 11 EUR | 50 EUR |
| Children | 4 EUR | 22 EUR |
| Families | 24 EUR | 99 EUR |
`,
  "tours.md": `# Guided tours

We offer four tours:

- **Dawn walk**: birds and dew, 6 EUR
- **Poison tour**: deadly plants, 8 EUR
- **Night tour**: bats and scents, 12 EUR
- **Seed tour**: how plants travel, 6 EUR

Tours start at the fountain. A tour takes 70 minutes.
`,
  "more-tours.md": `# Tours for schools

## Guided tours

- Night tour: bats and scents, 5 EUR a child
- Leaf tour: shapes and colours, 3 EUR a child
`,
  "glossary.md": `# Glossary

| Term | Meaning |
|---|---|
| Scion | a shoot that is grafted onto another plant |
| Rootstock | the plant that receives a scion |

Vernalisation means that a seed needs weeks of cold before it sprouts. It is imitated in the fridge.
`,
  "changelog.md": `# Changelog of the garden app

## 2.1.0 (3 June 2026)

- Maps work without a connection
- Plant labels can be read aloud

## 2.0.0 (11 February 2026)

- New search by colour
`,
  "repairs.md": `# Repairs of the greenhouse ladders

- Ladder: new rung, 20 EUR
- Ladder: new hinge, 35 EUR
- Hose: new nozzle, 8 EUR
`,
  "news/changes-2023.md": `# Garden news of 2023

- 12 May 2023: The orangery got a glass door.
`,
  "houses.md": `# Houses

## Orchid house

The orchid house is kept at 24 degrees. It opens at ten. Photographs are allowed without flash.

## Cactus house

The cactus house is kept at 18 degrees. It opens at nine. Photographs are allowed.
`,
  "staff.csv": `Name,Task,Phone
Imke Sol,architect,0444 11
Bo Lind,head gardener,0444 12
Ada Quist,ticket desk,0444 13
`,
  "contracts/alder.md": "# Contract with Alder\n\nAlder delivers soil every month until 2028.\n",
  "contracts/birch.md": "# Contract with Birch\n\nBirch repairs the pumps within two days.\n",
  "minutes/2026-03-04.md":
    "# Minutes of the board, 2026-03-04\n\nThe pump is repaired. The next meeting is in May.\n",
  "minutes/2026-05-06.md": "# Minutes of the board, 2026-05-06\n\nThe pond gets a fence. Bo orders it.\n",
  "halls/maple.md": "# Maple hall\n\nSeats: 80\n\nRent: 300 EUR an evening\n\nPiano: yes\n",
  "halls/linden.md": "# Linden hall\n\nSeats: 45\n\nRent: 180 EUR an evening\n",
  "house-rules.txt": `House rules

Please stay on the paths.

Picnics

Picnics are allowed on the south lawn. Take your rubbish home.

Night

The garden closes at sunset. A bell rings ten minutes before.
`,
};
