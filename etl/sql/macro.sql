-- Words for the sentences of the flags, as Indonesian and English write numbers and dates.
create or replace temp macro number_en(n) as if(
    n = floor(n),
    format('{:,}', n::bigint),
    rtrim(rtrim(format('{:,.2f}', n::double), '0'), '.')
);
create or replace temp macro number_id(n) as translate(number_en(n), ',.', '.,');
-- What is counted, as it stands behind its number.
create or replace temp macro unit_en(unit, n) as case unit
    when 'kasus' then 'case'
    when 'orang' then 'person'
    when 'laporan' then 'report'
    else 'per cent'
end || if(n = 1 or unit = 'persen', '', 's');
create or replace temp macro month_id(d) as ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'][month(d)];
create or replace temp macro month_en(d) as ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month(d)];
-- A partial date is told as precisely as it was printed: 2020, December 2020, 19 December 2020.
create or replace temp macro day_id(t) as case length(t)
    when 4 then t
    when 7 then month_id((t || '-01')::date) || ' ' || left(t, 4)
    else day(try_cast(t as date)) || ' ' || month_id(try_cast(t as date)) || ' ' || left(t, 4)
end;
create or replace temp macro day_en(t) as case length(t)
    when 4 then t
    when 7 then month_en((t || '-01')::date) || ' ' || left(t, 4)
    else day(try_cast(t as date)) || ' ' || month_en(try_cast(t as date)) || ' ' || left(t, 4)
end;
-- A bare year counts as its 31 December, a month as its 28th.
create or replace temp macro partial_date(t) as try_cast(
    case length(t)
        when 4 then t || '-12-31'
        when 7 then t || '-28'
        else t
    end as date
);
-- The first day that a partial date leaves open.
create or replace temp macro earliest_date(t) as try_cast(
    case length(t)
        when 4 then t || '-01-01'
        when 7 then t || '-01'
        else t
    end as date
);
create or replace temp macro is_doubtful(qualifier) as coalesce(qualifier in ('campuran', 'ambigu-wilayah', 'tidak_konsisten'), false);
-- The counters that hand a case on to each other form one chain.
create or replace temp macro counter_chain(counter_body) as if(counter_body = 'bkn', 'kasn', counter_body);
-- Who counted, as one body: two who hold no office are two, each known by its source alone.
create or replace temp macro body_of(counted_by, source_id) as if(counted_by = 'lainnya', 'lainnya:' || source_id, counted_by);
-- The day from which BKN has KASN's task (laws.csv: SE MenPANRB 4/2024).
create or replace temp macro bkn_since() as date '2024-09-01';
-- To whom a text says that cases went, in the words before the name.
create or replace temp macro names_recipient(t, body) as regexp_matches(t, '(?i)\b(ke|kepada|surati|to)\s+(the\s+)?(' || body || ')');
-- Institutions before national before local media.
create or replace temp macro publisher_rank(kind) as case kind when 'lembaga' then 0 when 'media_nasional' then 1 else 2 end;
-- A and B, or A, B and C: the last after its own word.
create or replace temp macro enumerated(names, last) as array_to_string(names[:-2], ', ') || last || names[-1];
