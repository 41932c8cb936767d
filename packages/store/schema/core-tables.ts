const CITY = `city = (select current_setting('yd.city', true))`
const OWN = `region = any ((select string_to_array(current_setting('yd.regions', true), ','))::text[])`
const OPEN = `(state = 'released' and region = any ((select string_to_array(current_setting('yd.open_regions', true), ','))::text[]))`
// The instant of the statement, not of the transaction: a commit that waited for its turn must see what was told meanwhile.
const RELEASED = `(release_at <= (select statement_timestamp()) or series = any ((select string_to_array(current_setting('yd.early', true), ','))::int[]))`
const SCOPED = `scopes && (select string_to_array(current_setting('yd.scopes', true), ','))::text[]`

/** The tables that are neither records nor ledgers: the chain, figures, definitions. Roles yd_app and yd_auth exist. */
export const CORE_DDL: readonly string[] = [
  `create table event (
     city text not null, stream text not null, seq int8 not null, at timestamptz(3) not null, actor text not null,
     kind text not null, subject text, body text not null, prev bytea not null, hash bytea not null, alg text not null,
     scopes text[] not null, primary key (city, stream, seq))`,
  `create index on event (city, subject, stream, seq)`,
  `create index on event (city, at desc, stream, seq)`,
  `alter table event enable row level security`,
  // Bodies of figure events hold references and a Merkle root, never a value, so the release lock needs no term here.
  `create policy reads on event for select to yd_app using (${CITY} and ${SCOPED})`,
  `create policy adds on event for insert to yd_app with check (${CITY})`,
  `grant select, insert on event to yd_app`,
  `create table stream_head (city text not null, stream text not null, seq int8 not null, hash bytea not null,
     primary key (city, stream)) with (fillfactor = 50)`,
  `alter table stream_head enable row level security`,
  `create policy all_of_city on stream_head to yd_app using (${CITY}) with check (${CITY})`,
  `grant select, insert, update on stream_head to yd_app`,
  `create table checkpoint (city text not null, seq int8 not null, at timestamptz(3) not null, heads text not null,
     prev bytea not null, hash bytea not null, signature bytea not null, key_id text not null, primary key (city, seq))`,
  `alter table checkpoint enable row level security`,
  `create policy all_of_city on checkpoint to yd_app using (${CITY}) with check (${CITY})`,
  `grant select, insert on checkpoint to yd_app`,

  `create sequence series_id as int`,
  `grant usage on sequence series_id to yd_app`,
  `create table series (
     city text not null, id int not null, indicator text not null, measure text not null, accumulation text not null,
     origin text not null, concept text not null, dims jsonb not null, dims_key text not null, unit text not null,
     live boolean not null default false, primary key (city, id),
     unique (city, indicator, measure, accumulation, origin, concept, dims_key))`,
  `alter table series enable row level security`,
  `create policy all_of_city on series to yd_app using (${CITY}) with check (${CITY})`,
  `grant select, insert, update on series to yd_app`,

  `create table figure (
     city text not null, series int not null, region text not null, period text not null, starts date not null,
     ends date not null, vintage int not null, value float8, printed text, printed_unit text, round text, note text,
     known_on date not null, release_on date not null, known_to date not null default 'infinity',
     opened_on date, open_to date not null default 'infinity', recorded_at timestamptz(3) not null,
     release_at timestamptz(3) not null, state text not null, passport uuid not null, event_seq int8 not null,
     leaf_no int not null, leaf bytea not null, check (known_on <= release_on and known_on <= known_to),
     primary key (city, series, region, period, vintage))`,
  `create index on figure (city, period, series, region)`,
  `create unique index on figure (city, series, region, period) where known_to = 'infinity'`,
  `create index on figure (city, event_seq)`,
  `alter table figure enable row level security`,
  `create policy reads on figure for select to yd_app using (${CITY} and (${OWN} or ${OPEN}) and ${RELEASED})`,
  `create policy adds on figure for insert to yd_app with check (${CITY} and ${OWN})`,
  `create policy changes on figure for update to yd_app using (${CITY} and ${OWN}) with check (${CITY} and ${OWN})`,
  `grant select, insert, update on figure to yd_app`,

  `create table figure_slot (city text not null, series int not null, region text not null, period text not null,
     release_at timestamptz(3) not null, state text not null, primary key (city, series, region, period))`,
  `alter table figure_slot enable row level security`,
  `create policy reads on figure_slot for select to yd_app using (${CITY} and (${OWN} or region = any ((select string_to_array(current_setting('yd.open_regions', true), ','))::text[])))`,
  `create policy adds on figure_slot for insert to yd_app with check (${CITY} and ${OWN})`,
  `create policy changes on figure_slot for update to yd_app using (${CITY} and ${OWN}) with check (${CITY} and ${OWN})`,
  `grant select, insert, update on figure_slot to yd_app`,

  `create table passport (city text not null, id uuid not null, kind text not null, body text not null,
     scopes text[] not null, series int, release_at timestamptz(3), primary key (city, id))`,
  `alter table passport enable row level security`,
  `create policy reads on passport for select to yd_app using (${CITY} and ${SCOPED}
     and (release_at is null or ${RELEASED}))`,
  `create policy adds on passport for insert to yd_app with check (${CITY})`,
  `create policy changes on passport for update to yd_app using (${CITY} and ${SCOPED}) with check (${CITY})`,
  `grant select, insert on passport to yd_app`,
  `grant update (scopes, release_at) on passport to yd_app`,

  `create table definition (city text not null, id text not null, version int not null, body text not null,
     event_seq int8 not null, primary key (city, id, version))`,
  `alter table definition enable row level security`,
  `create policy reads on definition for select to yd_app using (${CITY})`,
  `grant select on definition to yd_app`,

  `create table loaded (city text not null, loader text not null, content text not null, at timestamptz(3) not null,
     primary key (city, loader))`,
  `alter table loaded enable row level security`,
  `create policy all_of_city on loaded to yd_app using (${CITY}) with check (${CITY})`,
  `grant select, insert, update on loaded to yd_app`,
]
