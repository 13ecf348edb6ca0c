import type { Messages } from '../catalog.ts'

export const protection: Messages['protection'] = {
  title: 'Who can see what you write',
  link: 'Who can see what you write?',
  lead: 'Only the cadres of the union who take it in and handle it. What we cannot promise is written here as well.',
  parts: [
    {
      title: 'Who can see it',
      points: [
        'The cadres who take it in and handle it, and those above them: what you write, and the messages. Kept from your unit, it is not seen by the union there.',
        'Harassment, mental health and the conduct of cadres: only a few people named for it.',
        'Your name and number are kept apart. To see them takes a reason, and you can read which role looked on which day. The name of somebody who reports never leaves the federation.',
      ],
    },
    {
      title: 'Who cannot',
      points: [
        'Your employer and its managers: not what you write, nor whether anybody wrote. Before a negotiation says who you are, you are asked.',
        'Administrators of accounts: no case at all.',
        'A thief of the database: it is all encrypted.',
        'Whoever finds your phone: nothing opens without your code, and after half an hour of rest it closes.',
      ],
    },
    {
      title: 'Who can learn a part',
      points: [
        'Phone, network and the factory’s Wi-Fi: that you came to this site, and not what you wrote. A phone that is spied on shows everything.',
        'WeChat: opened there, it knows that you opened this address.',
        'A court or the police, by law: the union has to hand over what is still kept. What you deleted, nobody has to hand over.',
        'Whoever keeps this system running holds its keys, and has a way to read it.',
      ],
    },
    {
      title: 'What nobody can promise',
      points: [
        'That no camera at the wall sees you scan.',
        'That nobody guesses it was you, where it happened to you alone.',
        'That a cadre forgets what he read.',
      ],
    },
    {
      title: 'How to be safer',
      points: [
        'Your own phone, your own mobile data, away from the factory. You can photograph the code on the wall and scan it at home.',
        'The browser of your phone, not WeChat.',
        'Copy your receipt code where only you see it, and keep no screenshot on a shared phone.',
        'Somebody comes? Press “Leave at once” at the top of this page.',
        'Anonymous? Write no name, no staff number, and nothing that only you know.',
        'In doubt later? Replace your code, or delete what you wrote: here it is gone at once, and from backups nobody can open it after five weeks.',
      ],
    },
  ],
  follow: 'Open my case with the receipt code',
}
