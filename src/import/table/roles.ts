import { unaccented } from '../unaccented.js'

/**
 * Words of those who had to do with a work and did not make it, in English, French and Dutch. All others are makers:
 * there are more words for these than any list has.
 */
const others = new Set(
  [
    'donor donors donator giver bequeather testator benefactor contributor',
    'sitter sitters subject depicted portrayed represented pictured model person',
    'owner owners collector collectors collection proprietor possessor provenance',
    'patron patrons commissioner commissioned client sponsor dedicatee addressee recipient',
    'dealer seller vendor auctioneer auction lender consignor depositor buyer purchaser agent gallery source',
    'excavator finder discoverer curator restorer conservator user wearer former formerly attribution',
    'donateur donatrice donateurs testateur legataire legs',
    'modele represente representee portraiture sujet',
    'proprietaire proprietaires possesseur collectionneur collectionneuse',
    'commanditaire commanditaires mecene dedicataire destinataire',
    'marchand marchande vendeur vendeuse preteur deposant acquereur antiquaire',
    'fouilleur inventeur decouvreur restaurateur conservateur utilisateur ancienne ancien',
    'schenker schenkster erflater geportretteerde afgebeelde voorgestelde',
    'eigenaar eigenares verzamelaar bezitter opdrachtgever opdrachtgeefster geadresseerde',
    'handelaar verkoper bruikleengever koper opgraver vinder restaurator voormalig',
  ].flatMap(line => line.split(' ')),
)

/** Whether somebody in this role made the work, or had a hand in it: who is said nothing of did. */
export const isMakersRole = (role: string): boolean =>
  unaccented(role)
    .toLowerCase()
    .split(/[^a-z]+/)
    .every(word => !others.has(word))
