-- Rebuilt from the cases whenever it is lost: no words, and no part of any, lie here.

-- Which cases share a pair of characters: keyed digests, without their order and how often.
create virtual table words using fts5 (
  pairs, case_id unindexed,
  content = '', contentless_delete = 1, contentless_unindexed = 1, detail = none, tokenize = 'ascii'
);
--> statement-breakpoint
-- What was taken out lies in old blocks until they are merged: where a hundredth of one is gone, it is.
insert into words (words, rank) values ('deletemerge', 1);
--> statement-breakpoint
-- Where in it each case has its row: the later it was filed, the higher.
create table entries (
  place integer primary key,
  case_id text not null unique,
  round integer not null
);
--> statement-breakpoint
create index entries_round on entries (round);
--> statement-breakpoint
-- How far looking through all cases has come, and which secret made what is here.
create table rounds (
  round integer primary key,
  secret text not null,
  up_to text not null,
  done integer not null
);
