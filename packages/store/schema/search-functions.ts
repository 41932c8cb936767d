/**
 * Row security hides rows from a GIN scan over text, so a search goes through two functions of the owner. Neither gives
 * more than the caller may see: both narrow to the regions of the transaction's settings, and the table filters again.
 */
const HEAD = `security definer set search_path = public, pg_temp set enable_seqscan = off`

const GUARD = `if of_table !~ '^l_[a-z0-9_]+$' then raise exception 'not a ledger: %', of_table; end if;`
const MINE = `string_to_array(current_setting('yd.regions', true), ',')`

export const SEARCH_DDL: readonly string[] = [
  // Ids of rows that hold all the grams: no more than `most`, all of them where it is null.
  `create function yd_search(of_city text, of_table text, of_grams text[], most int) returns setof uuid
     language plpgsql stable rows 1000 ${HEAD} set enable_indexscan = off as $$
   begin
     ${GUARD}
     return query execute format('select id from %I where city = $1 and region = any($2) and grams @> $3 limit $4',
       of_table) using of_city, ${MINE}, of_grams, most;
   end $$`,
  // Whether walking a list in its order finds a page of such rows sooner than the index does: the planner's own estimate.
  `create function yd_search_walks(of_city text, of_table text, of_grams text[]) returns boolean
     language plpgsql volatile ${HEAD} as $$
   declare plan text;
   begin
     ${GUARD}
     execute format('explain (format json) select 1 from %I where city = $1 and region = any($2) and grams @> $3
       order by known_from desc, id desc limit 51', of_table) into plan using of_city, ${MINE}, of_grams;
     return plan not like '%"Sort"%';
   end $$`,
  ...['yd_search(text, text, text[], int)', 'yd_search_walks(text, text, text[])'].flatMap((name) => [
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to yd_app`,
  ]),
]
