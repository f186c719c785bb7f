-- What the tables and their derived columns hold. Columns that pass through keep the words of the data package (build.py).

comment on table region is 'One row a region: Indonesia, a province, a kabupaten or a kota.';
comment on column region.level is '0 = Indonesia, 1 = province, 2 = kabupaten or kota.';

comment on table ancestor is 'One row a region and a region above it.';
comment on column ancestor.region is 'The lower region.';
comment on column ancestor.ancestor is 'The region above it.';
comment on column ancestor.distance is 'Steps between the two; 1 = the parent.';

comment on table event is 'One row an election.';
comment on column event.short_name is 'Name as it is said in a sentence: Pilkada 2020.';

comment on table source is 'One row a page or document in which figures stand.';
comment on column source.publisher_kind is 'Kind of the publisher (publishers.csv): institution, national or local media.';
comment on column source.published_date is 'published_on as a day: a bare year as its 31 December, a month as its 28th.';

comment on table figure is 'One row a published number, as published or corrected.';
comment on column figure.figure_id is 'Short hash of what the source prints (source, election, dates, region, counter, stage, unit, breakdown, value); it survives reordering and corrections.';
comment on column figure.counted_on is 'The day of the figure, by which it is ordered: as_of, else period_end, else the date of the source as the latest possible; a bare year as its 31 December, a month as its 28th.';
comment on column figure.counted_on_basis is 'What counted_on rests on: cutoff = the source names it, stated = said on the day of publication, published = only the date of the source; empty = undated.';
comment on column figure.stated_later is 'The later day on which a period was told that had ended before it (as_of after period_end); empty else.';
comment on column figure.counted_until is 'The last day that the number counts, as printed: the end of such a period, else as_of, period_end or the date of the source.';
comment on column figure.cutoff_id is 'The cut-off in words, Indonesian.';
comment on column figure.cutoff_en is 'The cut-off in words, English.';
comment on column figure.counter_body is 'Who counted, as one body: the institution, or outside the institutions each source of its own; counts are joined within one body only.';
comment on column figure.recipient is 'To whom forwarded cases went: kasn, bkn (which has its task since September 2024), kasn_bkn = a count over both times; empty where the page does not say it, and at other stages.';
comment on column figure.category_id is 'The label of the breakdown in Indonesian, as printed.';
comment on column figure.category_en is 'The same in English (labels.csv), else as printed.';
comment on column figure.category_group is 'Group of the category for charts (category_aliases.csv); empty where the label is not mapped.';
comment on column figure.category_code is 'The position, forbidden act or sanction that the category names, where it is exactly one.';
comment on column figure.note_id is 'The remark of the compiler in Indonesian (notes.csv), else as it stands.';
comment on column figure.note_en is 'The same in English.';
comment on column figure.annotation_id is 'What a reader is told beside the figure (corrections.yaml), Indonesian.';
comment on column figure.annotation_en is 'The same in English.';
comment on column figure.correction_id is 'Entries of corrections.yaml about this row.';
comment on column figure.value_printed is 'The value as the source prints it, where a correction replaced it.';
comment on column figure.source_file is 'File that the row comes from.';
comment on column figure.source_row is 'Record in that file; the header is row 1.';

comment on table workforce is 'One row a count of civil servants.';
comment on column workforce.counted_on is 'as_of as a day: a bare year as its 31 December, a month as its 28th.';
comment on column workforce.coverage is 'semua = all civil servants working in the region, pemda = only those of the local government. Only semua can be a denominator.';
comment on column workforce.note_id is 'The remark of the compiler in Indonesian (notes.csv), else as it stands.';
comment on column workforce.note_en is 'The same in English.';

comment on table sanction is 'One row a sanction of the law and when it is in force.';
comment on column sanction.in_force_from is 'valid_from as a day: a bare year as its 1 January, a month as its first day.';
comment on column sanction.in_force_until is 'The first day on which it no longer holds: valid_to as a day, a bare year as its 31 December, a month as its last day.';
comment on column sanction.note_id is 'The remark of the compiler in Indonesian (notes.csv), else as it stands.';
comment on column sanction.note_en is 'The same in English.';

comment on table violation is 'One row a forbidden act.';
comment on column violation.note_id is 'The remark of the compiler in Indonesian (notes.csv), else as it stands.';
comment on column violation.note_en is 'The same in English.';

comment on table position is 'One row a position in the civil service.';
comment on column position.position_group is 'Group for charts (vocabulary.csv, kind position_group).';
comment on column position.is_asn is 'Whether the holder is a civil servant (ASN).';

comment on table law is 'One row a law, decree or decision that texts on neutrality cite.';
comment on column law.concerns_neutrality is 'Whether it is about neutrality; false = often cited by mistake.';
comment on column law.note_id is 'The remark of the compiler in Indonesian (notes.csv), else as it stands.';
comment on column law.note_en is 'The same in English.';

comment on table participation is 'One row an election of one office held in one region; a region without a row held no vote in that Pilkada.';
comment on column participation.note_id is 'The remark of the compiler in Indonesian (notes.csv), else as it stands.';
comment on column participation.note_en is 'The same in English.';

comment on table outreach is 'One row an activity that explained neutrality.';

comment on table vocabulary is 'One row a code and what it means, in both languages.';
comment on column vocabulary.said_id is 'The label as it goes on within a sentence, Indonesian (pemerintah daerah); of counters alone it differs.';
comment on column vocabulary.said_en is 'The same in English (the Ministry of Home Affairs).';

comment on table flag is 'One row a warning about a figure: what a reader must know before saying it aloud.';
comment on column flag.figure_id is 'The figure that is warned about.';
comment on column flag.flag is 'Kind of the warning (vocabulary.csv, kind flag).';
comment on column flag.other_figure_id is 'The figure it is compared with, if any.';
comment on column flag.disputes is 'Whether the figure is disputed by it: not to be said (rule J1).';
comment on column flag.sentence_id is 'The warning as a sentence that names the other figure, its source and date, Indonesian.';
comment on column flag.sentence_en is 'The same in English.';

comment on table former_province is 'One row a province that was part of another one until the day on which it was divided.';
comment on column former_province.region is 'The province of today.';
comment on column former_province.former is 'The province that it was part of.';
comment on column former_province.divided_on is 'The first day on which figures are of the province of today.';

comment on table election_held is 'One row an election and region, in the boundaries of today.';
comment on column election_held.elections is 'How many elections, of all offices, were held in the region and within it; empty for a general election, in which all vote.';
comment on column election_held.voted is 'Whether anybody voted there: on an office of its own, of a region within it, or on the governor of its province.';

comment on table statement is 'One row a statement: the totals that one source puts together for one region, election, counter, unit, day of count and start of period, of at least two stages.';
comment on column statement.statement_id is 'Short hash of that key.';
comment on column statement.stages is 'How many stages it has a number for.';
comment on column statement.sound is 'Whether no later stage exceeds an earlier one.';
comment on column statement.cut is 'Whether a stage was left out because the page contradicts itself there.';
comment on column statement.balanced is 'Whether its parts add up to their whole.';
comment on column statement.exact is 'Whether none of its numbers is approximate.';
comment on column statement.is_equal is 'Whether all its numbers are the same, so that it is told in words and not drawn.';
comment on column statement.overtaken_by is 'The figure of a clearly higher and younger count of the same counter for one of its stages, if any.';
comment on column statement.main is 'Whether it is the one shown first for its region, election and unit.';

comment on table statement_figure is 'One row a statement and stage: the number that stands in it.';
comment on column statement_figure.statement_id is 'The statement.';

comment on table statement_aside is 'One row a number that stands outside the whole of its page and is told beside the statement.';
comment on column statement_aside.statement_id is 'The statement that it is told beside.';

comment on table list is 'One row a list: what one source prints over at least five regions of one parent for one election, stage, unit, counter and day of count.';
comment on column list.list_id is 'Short hash of that key.';
comment on column list.parent is 'The region whose parts are named: Indonesia or a province.';
comment on column list.regions is 'How many regions it names.';
comment on column list.total is 'The sum over the regions that it names.';
comment on column list.parent_figure_id is 'The number that the same source prints for the parent on the same day, if any.';
comment on column list.sound is 'Whether it does not add up to more than that number.';
comment on column list.complete is 'Whether it adds up to exactly that number, so that a region that is not named has 0.';
comment on column list.main is 'Whether it is the one drawn first for its parent, election, stage and unit.';

comment on table list_figure is 'One row a list and a region that it names.';
comment on column list_figure.list_id is 'The list.';
comment on column list_figure.region is 'A region that the list names.';

comment on table rule is 'One row a rule of the verdict, the gravest first.';
comment on column rule.id is 'J and C with a number: J where the number is not to be said, C where it needs a clause.';
comment on column rule.position is 'Order in which rules are listed.';
comment on column rule.verdict is 'What the rule makes of a figure: catatan or jangan.';
comment on column rule.condition_id is 'When it holds, Indonesian.';
comment on column rule.condition_en is 'When it holds, English.';
comment on column rule.clause_id is 'What the sentence must carry, or what to say instead, Indonesian.';
comment on column rule.clause_en is 'The same in English.';
comment on column rule.mark is 'The mark on a number: catatan only where the clause needs another number or doubts the source.';

comment on table sentence_form is 'One row a stage, a unit and the counters who say it so: the predicate of the sentence to say.';
comment on column sentence_form.counters is 'Institutions that say it so, set apart by blanks; empty = all others.';

comment on table verdict_rule is 'One row a figure and a rule that holds for it, with the other figures and numbers that it names.';
comment on column verdict_rule.figure_id is 'The figure that the rule is about.';
comment on column verdict_rule.rule is 'The rule (table rule).';
comment on column verdict_rule.other_figure_id is 'The figure that it names, if any.';
comment on column verdict_rule.also_figure_id is 'A second one: the number that was copied (J1).';
comment on column verdict_rule.number is 'A number that it names: days before voting (C21), provinces now (C16), sum of the regions (C24).';
comment on column verdict_rule.second_number is 'The printed total beside the sum of the regions (C24).';
comment on column verdict_rule.candidates is 'Regions that may be meant (J2).';

comment on table verdict is 'One row a figure: may it be said, which mark stands on it, and the sentence.';
comment on column verdict.figure_id is 'The figure.';
comment on column verdict.verdict is 'layak = say it, catatan = say it with a clause, jangan = do not; the worst of its rules.';
comment on column verdict.mark is 'What stands on the number: empty, catatan (only where a clause needs another number or doubts the source) or jangan.';
comment on column verdict.rules is 'The rules that hold for it, the gravest first.';
comment on column verdict.say_id is 'The sentence to say, with its clauses and publisher; for jangan why not, and what to say instead. Indonesian.';
comment on column verdict.say_en is 'The same in English.';

comment on table headline is 'One row a region, election, stage and unit: the total that is shown first.';
comment on column headline.status is 'From the mark: bersih = none, catatan = with a clause, disengketakan = not to be said, and nothing better exists.';
comment on column headline.alternatives is 'How many other totals there are for the same region, election, stage and unit.';

comment on table timeline is 'One row a region, election, counter, stage, unit and cut-off: the total that stands for that day.';
comment on column timeline.disputed is 'Whether the figure is not to be said (verdict jangan).';
comment on column timeline.alternatives is 'How many other totals there are for the same counter, stage, unit and cut-off.';

comment on table published_figure is 'One row a published number with all that must travel with it: source, place, flags, verdict and the sentence to say.';
comment on column published_figure.region_name is 'Official name of the region with its kind.';
comment on column published_figure.region_kind is 'negara, provinsi, kabupaten or kota.';
comment on column published_figure.region_level is '0 = Indonesia, 1 = province, 2 = kabupaten or kota.';
comment on column published_figure.region_parent is 'Code of the region it belongs to.';
comment on column published_figure.source_kind is 'Kind of the source.';
comment on column published_figure.status is 'From the mark: bersih = none, catatan = with a clause, disengketakan = not to be said.';
comment on column published_figure.flags is 'Kinds of the flags on the figure.';
comment on column published_figure.verdict is 'layak = say it, catatan = say it with a clause, jangan = do not.';
comment on column published_figure.mark is 'What stands on the number: empty, catatan or jangan.';
comment on column published_figure.rules is 'The rules of the verdict that hold for it, the gravest first.';
comment on column published_figure.before_division is 'Of a province that has been divided since (rule C16).';
comment on column published_figure.say_id is 'The sentence to say, with its clauses and publisher, Indonesian.';
comment on column published_figure.say_en is 'The same in English.';
comment on column published_figure.statement_id is 'The statement in which it stands, if any.';
comment on column published_figure.is_headline is 'Whether the figure is the one shown first for its region, election, stage and unit.';

comment on view warning is 'One row a figure and a sentence that a reader must know before saying it aloud.';
comment on column warning.figure_id is 'The figure that is warned about.';
comment on column warning.flag is 'jangan, or the kind of the flag (vocabulary.csv, kind flag).';
comment on column warning.disputes is 'Whether the figure is not to be said.';
comment on column warning.sentence_id is 'The warning, Indonesian; for jangan why not, and what to say instead.';
comment on column warning.sentence_en is 'The same in English.';
