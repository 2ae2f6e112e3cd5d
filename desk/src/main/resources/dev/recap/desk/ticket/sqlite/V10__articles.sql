-- The desk's own articles. A row is one version and is never changed; deleting is a version, too,
-- so that evidence can always be read as the agent saw it.
create table article (
  seq      integer primary key autoincrement,
  id       text not null,
  version  integer not null check (version > 0),
  title    text not null,
  -- Empty for an article that belongs to any category.
  category text not null,
  tags     text not null,
  text     text not null,
  by       text not null,
  at       text not null,
  deleted  integer not null default 0 check (deleted in (0, 1)),
  unique (id, version)
);

create trigger article_is_never_changed before update on article
begin
  select raise(abort, 'a version of an article is never changed');
end;

-- What was searched for, and how much was found.
create table article_search (
  seq      integer primary key autoincrement,
  at       text not null,
  -- Null for the agent.
  by       text,
  ticket   integer references ticket (number),
  query    text not null,
  category text,
  hits     integer not null
);
create index article_search_in_vain on article_search (query) where hits = 0;
create index evidence_article on evidence (article, ticket);
