import type { Messages } from '../catalog.ts'

export const protection: Messages['protection'] = {
  title: 'Who can see what you write',
  link: 'Who can see what you write?',
  parts: [
    {
      title: 'Who can see it',
      points: [
        'The cadres who take it in and handle it, and those above them. Kept from your unit, the union there does not see it. Harassment, mental health and the conduct of cadres: only a few people named for it.',
        'Your name and number are kept apart, and you can read who looked.',
      ],
    },
    {
      title: 'Who cannot',
      points: [
        'Your managers cannot read what you wrote, nor find out here whether anybody did. Once the union talks or writes to them, they know that somebody has complained; before they are told who you are, you are asked.',
        'Nobody at the union can open a sealed name and number (in a report they always are); only your code does. If the code is lost, nobody ever can.',
        'What you fill in and do not send is locked, for 28 days at most: nobody at the union can open it. Whoever has the resume code can, and for two hours whoever holds this phone; what finds no network lies on it for seven days at most. You can delete it at any time.',
        'Administrators of accounts, a thief of the database, and whoever finds your phone without your code.',
      ],
    },
    {
      title: 'What we cannot promise',
      points: [
        'Phone, network and the factory’s Wi-Fi: that you came, not what you wrote. A phone that is spied on shows everything.',
        'WeChat: it has ways to see what you open in it.',
        'A court or the police, by law: the union has to hand over what is still kept. What you deleted cannot be handed over after five weeks at the latest.',
        'Whoever keeps this system running holds its keys, and has ways to read it.',
        'A camera may see you scan; what happened to you alone points to you; and whoever has read it knows it.',
      ],
    },
    {
      title: 'How to be safer',
      points: [
        'Your own phone and mobile data, its own browser, away from the factory.',
        'Copy your receipt code by hand; no screenshot on a shared phone.',
        'Somebody comes? Press “Leave at once” at the top.',
        'Anonymous? Write no name, no staff number, and nothing that only you know.',
        'In doubt later? Replace your code, or delete: here it is gone at once, and from backups nobody can open it after five weeks.',
      ],
    },
  ],
  follow: 'See how my case stands',
}
