import { searchIndex } from '@yundiao/ledgers'

/**
 * Row security hides rows from a GIN scan over text, so a search goes through two functions of the owner. Neither gives
 * more than the caller may see: both narrow to the regions of the transaction's settings, and the table filters again.
 */
const HEAD = `security definer set search_path = public, pg_temp set enable_seqscan = off`

const GUARD = `if of_table !~ '^l_[a-z0-9_]+$' then raise exception 'not a ledger: %', of_table; end if;`
const MINE = `string_to_array(current_setting('yd.regions', true), ',')`

/**
 * The index holds the grams with the region among them (`searchIndex` of the ledgers), so that a county's search reads a
 * county's rows. A caller with most of the city is narrowed afterwards: joining so many lists costs more than it saves.
 */
const HOLDS = `(grams || (' ' || region)) @> $3`
const IN_SIGHT = `(grams || (' ' || region)) && $5`
const FEW_REGIONS = 64
const NARROWED = `case when cardinality(mine) <= ${FEW_REGIONS} then $q$${IN_SIGHT}$q$ else 'region = any($2)' end`

export const SEARCH_DDL: readonly string[] = [
  'drop function if exists yd_search(text, text, text[], int)',
  // Places of rows that hold all the grams: no more than `most`, all of them where it is null. Places, not ids: they
  // hold within the statement, and the table is entered by them without going through its key.
  `create function yd_search(of_city text, of_table text, of_grams text[], most int) returns setof tid
     language plpgsql stable rows 1000 ${HEAD} set enable_indexscan = off as $$
   declare
     mine text[] := ${MINE};
     marked text[] := array(select ' ' || one from unnest(mine) one);
   begin
     ${GUARD}
     return query execute format($q$select ctid from %I where city = $1 and %s and ${HOLDS} limit $4$q$, of_table,
       ${NARROWED})
       using of_city, mine, of_grams, most, marked;
   end $$`,
  // Whether walking a list in its order finds a page of such rows sooner than the index does: the planner's own estimate.
  `create or replace function yd_search_walks(of_city text, of_table text, of_grams text[]) returns boolean
     language plpgsql volatile ${HEAD} as $$
   declare
     mine text[] := ${MINE};
     marked text[] := array(select ' ' || one from unnest(mine) one);
     plan text;
   begin
     ${GUARD}
     execute format($q$explain (format json) select 1 from %I where city = $1 and %s and ${HOLDS}
       order by known_from desc, id desc limit 51$q$, of_table, ${NARROWED}) into plan using of_city, mine, of_grams, null, marked;
     return plan not like '%"Sort"%';
   end $$`,
  ...['yd_search(text, text, text[], int)', 'yd_search_walks(text, text, text[])'].flatMap((name) => [
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to yd_app`,
  ]),
]

const REBUILD_SEARCH = `do $$
  declare old record;
  begin
    for old in select indexrelid::regclass as index, indrelid::regclass as ledger from pg_index
        join pg_class made on made.oid = indexrelid join pg_am on pg_am.oid = made.relam
        where amname = 'gin' and indrelid::regclass::text like 'l\\_%' loop
      execute format('drop index %s', old.index);
      execute replace($index$${searchIndex('LEDGER')}$index$, 'LEDGER', old.ledger::text);
    end loop;
  end $$`

/** For a database of a program whose index held the grams alone: the functions and each ledger's index anew. */
export const SEARCH_REBUILT: readonly string[] = [...SEARCH_DDL, REBUILD_SEARCH]
