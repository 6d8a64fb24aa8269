CREATE TABLE "community_reaction" (
	"organisation" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"person" uuid NOT NULL,
	"reaction" text NOT NULL,
	CONSTRAINT "community_reaction_organisation_kind_subject_person_reaction_pk" PRIMARY KEY("organisation","kind","subject","person","reaction")
);
--> statement-breakpoint
CREATE TABLE "community_reply" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"author" uuid,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "community_reply_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "lesson" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit" text,
	"unit_name" text NOT NULL,
	"audience" text NOT NULL,
	"author" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"happened" text NOT NULL,
	"learned" text NOT NULL,
	"now" text NOT NULL,
	"tags" text[] NOT NULL,
	"goal" text NOT NULL,
	"language" text NOT NULL,
	"leaders_own" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "lesson_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person" uuid NOT NULL,
	"what" text NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"actor" uuid,
	"at" timestamp with time zone NOT NULL,
	"seen" boolean DEFAULT false NOT NULL,
	CONSTRAINT "notification_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "community_reaction" ADD CONSTRAINT "community_reaction_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_reply" ADD CONSTRAINT "community_reply_organisation_author_person_organisation_id_fk" FOREIGN KEY ("organisation","author") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("author") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE set null ("unit") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_organisation_author_person_organisation_id_fk" FOREIGN KEY ("organisation","author") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("author") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_organisation_actor_person_organisation_id_fk" FOREIGN KEY ("organisation","actor") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("actor") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "community_reply_organisation_kind_subject_index" ON "community_reply" USING btree ("organisation","kind","subject");--> statement-breakpoint
CREATE INDEX "lesson_organisation_at_id_index" ON "lesson" USING btree ("organisation","at","id");--> statement-breakpoint
CREATE INDEX "lesson_organisation_unit_index" ON "lesson" USING btree ("organisation","unit");--> statement-breakpoint
CREATE INDEX "notification_organisation_person_at_index" ON "notification" USING btree ("organisation","person","at");--> statement-breakpoint
-- Office: people write under their names, change and take back what is their own, and are told of what concerns them.
GRANT SELECT, INSERT, UPDATE, DELETE ON lesson, community_reply TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON community_reaction TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (seen), DELETE ON notification TO chorus_office;
--> statement-breakpoint
CREATE TABLE "digest_mailing" (
	"organisation" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "digest_mailing_organisation_until_pk" PRIMARY KEY("organisation","until")
);
--> statement-breakpoint
CREATE TABLE "followed_tag" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "followed_tag_organisation_person_tag_pk" PRIMARY KEY("organisation","person","tag")
);
--> statement-breakpoint
CREATE TABLE "hidden_target" (
	"organisation" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" uuid NOT NULL,
	"reason" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	"appeal" text,
	"state" text NOT NULL,
	CONSTRAINT "hidden_target_organisation_kind_target_pk" PRIMARY KEY("organisation","kind","target")
);
--> statement-breakpoint
CREATE TABLE "notification_wish" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"what" text NOT NULL,
	"how" text NOT NULL,
	CONSTRAINT "notification_wish_organisation_person_what_pk" PRIMARY KEY("organisation","person","what")
);
--> statement-breakpoint
CREATE TABLE "redaction" (
	"organisation" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "redaction_organisation_kind_target_at_pk" PRIMARY KEY("organisation","kind","target","at")
);
--> statement-breakpoint
CREATE TABLE "target_report" (
	"organisation" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" uuid NOT NULL,
	"person" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	CONSTRAINT "target_report_organisation_kind_target_person_pk" PRIMARY KEY("organisation","kind","target","person")
);
--> statement-breakpoint
ALTER TABLE "digest_mailing" ADD CONSTRAINT "digest_mailing_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followed_tag" ADD CONSTRAINT "followed_tag_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_target" ADD CONSTRAINT "hidden_target_organisation_by_person_organisation_id_fk" FOREIGN KEY ("organisation","by") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("by") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_wish" ADD CONSTRAINT "notification_wish_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_report" ADD CONSTRAINT "target_report_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Office: people choose what they are told of and report what should not stand as it does; HR hides, shows again and blacks out.
GRANT SELECT, INSERT, DELETE ON followed_tag TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (how) ON notification_wish TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT ON digest_mailing TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON redaction TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state), DELETE ON target_report TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (reason, by, at, appeal, state), DELETE ON hidden_target TO chorus_office;
--> statement-breakpoint
CREATE TABLE "concern" (
	"organisation" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" uuid NOT NULL,
	"trusted" uuid NOT NULL,
	"nf" "bytea" NOT NULL,
	"mac" "bytea" NOT NULL,
	"box" "bytea" NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"readable_on" date NOT NULL,
	"escalate_after" smallint NOT NULL,
	"waiting_since" date,
	"escalated" boolean DEFAULT false NOT NULL,
	"erase_on" date,
	CONSTRAINT "concern_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "concern_organisation_nf_unique" UNIQUE("organisation","nf")
);
--> statement-breakpoint
CREATE TABLE "concern_message" (
	"organisation" uuid NOT NULL,
	"id" uuid NOT NULL,
	"concern" uuid NOT NULL,
	"number" smallint NOT NULL,
	"by" text NOT NULL,
	"day" date NOT NULL,
	"locked" "bytea" NOT NULL,
	"box" "bytea",
	"ticket_hash" "bytea",
	"answers" uuid,
	"mac" "bytea",
	CONSTRAINT "concern_message_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "concern_message_organisation_answers_unique" UNIQUE("organisation","answers")
);
--> statement-breakpoint
CREATE TABLE "concern_month" (
	"organisation" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" text NOT NULL,
	"description" text NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "concern_month_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "concern_month_organisation_month_unique" UNIQUE("organisation","month")
);
--> statement-breakpoint
CREATE TABLE "concern_page" (
	"organisation" uuid NOT NULL,
	"month" uuid NOT NULL,
	"page" integer NOT NULL,
	"entries" "bytea" NOT NULL,
	CONSTRAINT "concern_page_organisation_month_page_pk" PRIMARY KEY("organisation","month","page")
);
--> statement-breakpoint
CREATE TABLE "concern_setting" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"answer_within_days" smallint NOT NULL,
	"erase_after_days" smallint NOT NULL,
	"told_until" date
);
--> statement-breakpoint
CREATE TABLE "trusted_person" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person" uuid,
	"escalation" uuid,
	"office" text NOT NULL,
	"about" text NOT NULL,
	"languages" text[] NOT NULL,
	"ended" boolean DEFAULT false NOT NULL,
	CONSTRAINT "trusted_person_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "concern" ADD CONSTRAINT "concern_organisation_month_concern_month_organisation_id_fk" FOREIGN KEY ("organisation","month") REFERENCES "public"."concern_month"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern" ADD CONSTRAINT "concern_organisation_trusted_trusted_person_organisation_id_fk" FOREIGN KEY ("organisation","trusted") REFERENCES "public"."trusted_person"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_message" ADD CONSTRAINT "concern_message_organisation_concern_concern_organisation_id_fk" FOREIGN KEY ("organisation","concern") REFERENCES "public"."concern"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_month" ADD CONSTRAINT "concern_month_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_page" ADD CONSTRAINT "concern_page_organisation_month_concern_month_organisation_id_fk" FOREIGN KEY ("organisation","month") REFERENCES "public"."concern_month"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_setting" ADD CONSTRAINT "concern_setting_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_person" ADD CONSTRAINT "trusted_person_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("person") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_person" ADD CONSTRAINT "trusted_person_organisation_escalation_person_organisation_id_fk" FOREIGN KEY ("organisation","escalation") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("escalation") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concern_organisation_trusted_index" ON "concern" USING btree ("organisation","trusted");--> statement-breakpoint
CREATE INDEX "concern_message_organisation_concern_index" ON "concern_message" USING btree ("organisation","concern");
--> statement-breakpoint
-- Long values that are put aside are numbered as they come; these stay in their rows.
ALTER TABLE "concern" ALTER COLUMN "box" SET STORAGE MAIN;--> statement-breakpoint
ALTER TABLE "concern_page" ALTER COLUMN "entries" SET STORAGE MAIN;--> statement-breakpoint
ALTER TABLE "concern_message" ALTER COLUMN "locked" SET STORAGE MAIN, ALTER COLUMN "box" SET STORAGE MAIN;
--> statement-breakpoint
-- Office: begins a month and ends it with its last concern; names trusted persons, who read what is locked and answer it.
GRANT SELECT, INSERT, DELETE ON concern_month TO chorus_office;
--> statement-breakpoint
GRANT INSERT ON concern_page TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (ended) ON trusted_person TO chorus_office;
--> statement-breakpoint
GRANT SELECT, DELETE, UPDATE (state, waiting_since, escalated, erase_on) ON concern TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT ON concern_message TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON concern_setting TO chorus_office;
--> statement-breakpoint
-- Issuer: knows who asks, and notes that tickets were collected. It sees no concern.
GRANT SELECT ON concern_month TO chorus_issuer;
--> statement-breakpoint
GRANT SELECT, UPDATE (entries) ON concern_page TO chorus_issuer;
--> statement-breakpoint
-- Urn: knows nobody, and takes in what is locked. It sees no page of tickets.
GRANT SELECT ON concern_month, concern_setting TO chorus_urn;
--> statement-breakpoint
GRANT SELECT (organisation, id, person, ended) ON trusted_person TO chorus_urn;
--> statement-breakpoint
GRANT SELECT (organisation, zone) ON mail_settings TO chorus_urn;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (waiting_since) ON concern TO chorus_urn;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON concern_message TO chorus_urn;
--> statement-breakpoint
CREATE TABLE "welcome_finished" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "welcome_finished_organisation_person_pk" PRIMARY KEY("organisation","person")
);
--> statement-breakpoint
-- Searching lessons. A lesson is read in its own language; a question is read in all of them, since nobody says in which one it is.
CREATE FUNCTION chorus_lesson_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE language
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END
$$;
--> statement-breakpoint
-- Japanese is written without spaces: each run of it becomes its pairs of characters. With `ends`, the last character of a run, too, so that
-- a question of a single character finds it.
CREATE FUNCTION chorus_pairs(words text, ends boolean) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT substr(run[1], place, 2)
  FROM regexp_matches(normalize(lower(words), NFKC), '[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff]+', 'g') AS run,
    generate_series(1, CASE WHEN ends THEN length(run[1]) ELSE greatest(length(run[1]) - 1, 1) END) AS place
$$;
--> statement-breakpoint
-- Without mentions, which are ids; without the beginnings of what PostgreSQL would take for markup and leave out; and without quotation marks, dashes
-- and the like that are not of ASCII: PostgreSQL takes these for letters, and would find “word” by “word” alone.
CREATE FUNCTION chorus_plain_words(written text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT regexp_replace(normalize(written, NFKC), '@\[[0-9a-f-]{36}\]|[<\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u3004\u3008-\u3020\ue000-\uf8ff\U0001f000-\U0001faff]', ' ', 'g')
$$;
--> statement-breakpoint
CREATE FUNCTION chorus_lesson_document(language text, title text, tags text[], goal text, happened text, learned text, now text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT setweight(to_tsvector(config, first), 'A') || setweight(to_tsvector(config, second), 'B') || setweight(to_tsvector(config, third), 'C')
    || array_to_tsvector(ARRAY(
      SELECT public.chorus_pairs(concat_ws('. ', first, second, third), true)
      UNION SELECT '#' || tag FROM unnest(tags) AS tag))
  FROM (SELECT public.chorus_lesson_config(language) AS config,
    public.chorus_plain_words(concat_ws('. ', title, array_to_string(tags, '. '))) AS first,
    public.chorus_plain_words(learned) AS second,
    public.chorus_plain_words(concat_ws('. ', happened, now, goal)) AS third) AS lesson
$$;
--> statement-breakpoint
-- What was typed, as a question to lessons of one language.
CREATE FUNCTION chorus_lesson_words(language text, words text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN pairs IS NULL THEN others ELSE others && pairs::tsquery END
  FROM (SELECT
    websearch_to_tsquery(public.chorus_lesson_config(language),
      regexp_replace(public.chorus_plain_words(translate(words, '“”„‟«»', '""""""')), '[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff]+', ' ', 'g')) AS others,
    (SELECT string_agg(quote_literal(pair) || CASE length(pair) WHEN 1 THEN ':*' ELSE '' END, ' & ')
      FROM public.chorus_pairs(words, false) AS pair) AS pairs) AS parts
$$;
--> statement-breakpoint
-- Which lessons somebody finds, in order. It passes the policies by: under them PostgreSQL uses no index for a search, since a search could say
-- something of rows that the policy hides. So it asks for the organisation of the connection itself, and for what the reader may read.
-- words: as typed; null: all, newest first, else best first. Of more than 500 that have the words, the newest 500 are compared.
-- tags: has one of them; kinds, units: is one of them; null: whatever. good_only: good examples alone. units_read: null: all. before: older than this lesson.
CREATE FUNCTION chorus_find_lessons(words text, tags text[], kinds text[], units text[], since timestamptz, good_only boolean,
  reader uuid, units_read text[], before uuid, passed integer, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_custom_plan
SET enable_indexscan = on AS $$
DECLARE
  mine uuid := NULLIF(current_setting('chorus.organisation', true), '')::uuid;
  languages text[] := '{en,de,fr,es,pt,ar,ja}';
  -- What was typed, in each of the languages.
  questions tsquery[];
  asked tsquery;
  wanted tsquery;
  excludes boolean := words ~ '(^|\s)-';
  older record;
BEGIN
  IF words IS NOT NULL THEN
    SELECT array_agg(public.chorus_lesson_words(language, words) ORDER BY place) INTO questions
    FROM unnest(languages) WITH ORDINALITY AS each(language, place);
    SELECT coalesce(string_agg(DISTINCT question::text, ' | '), '')::tsquery INTO asked
    FROM unnest(questions) AS question WHERE question::text <> '';
  END IF;
  wanted := asked;
  IF tags IS NOT NULL THEN
    SELECT coalesce(string_agg(quote_literal('#' || tag), ' | '), '')::tsquery INTO wanted FROM unnest(tags) AS tag;
    wanted := CASE WHEN asked IS NULL OR wanted = '' THEN wanted ELSE asked && wanted END;
  END IF;
  SELECT l.at, l.id INTO older FROM public.lesson l WHERE l.organisation = mine AND l.id = before;
  -- Going from the newest back until 500 are found is quick for words that many lessons have, and reads them all for others: PostgreSQL cannot tell
  -- for words in a row and for words that it did not count. So the newest 200 say: where less than an eighth have the words, the index of words is
  -- the way. This setting ends with the function, since the function sets it, too.
  IF asked IS NOT NULL AND (
    SELECT count(*) < 25
    FROM (SELECT * FROM public.lesson l WHERE l.organisation = mine ORDER BY l.at DESC, l.id DESC LIMIT 200) AS l
    WHERE l.document @@ wanted AND (units_read IS NULL OR l.audience = 'organisation' OR l.author = reader OR l.unit = ANY (units_read)))
  THEN
    PERFORM set_config('enable_indexscan', 'off', true);
  END IF;
  RETURN QUERY
    WITH matching AS MATERIALIZED (
      SELECT l.id, l.at, CASE WHEN asked IS NOT NULL THEN l.document END AS document
      FROM public.lesson l
      WHERE l.organisation = mine
        AND (units_read IS NULL OR l.audience = 'organisation' OR l.author = reader OR l.unit = ANY (units_read))
        AND (wanted IS NULL OR l.document @@ wanted)
        AND l.id NOT IN (SELECT h.target FROM public.hidden_target h WHERE h.organisation = mine AND h.kind = 'lesson')
        -- What is to be left out is read in the lesson's own language: "-rollbacks" leaves out "rollback".
        AND (excludes IS NOT TRUE OR l.document @@ questions[array_position(languages, l.language)])
        AND (kinds IS NULL OR l.kind = ANY (kinds))
        AND (units IS NULL OR l.unit = ANY (units))
        AND (since IS NULL OR l.at >= since)
        AND (NOT good_only OR l.good_example)
        AND (before IS NULL OR (l.at, l.id) < (older.at, older.id))
      ORDER BY l.at DESC, l.id DESC
      LIMIT CASE WHEN asked IS NULL THEN passed + most ELSE 500 END)
    SELECT m.id FROM matching m
    ORDER BY ts_rank(m.document, asked, 1) DESC, m.at DESC, m.id DESC
    OFFSET passed LIMIT most;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION chorus_lesson_config, chorus_pairs, chorus_plain_words, chorus_lesson_document, chorus_lesson_words, chorus_find_lessons FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_lesson_config, chorus_pairs, chorus_plain_words, chorus_lesson_document, chorus_lesson_words, chorus_find_lessons TO chorus_office;
--> statement-breakpoint
ALTER TABLE "lesson" ADD COLUMN "review" uuid;--> statement-breakpoint
ALTER TABLE "lesson" ADD COLUMN "good_example" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "lesson" ADD COLUMN "document" "tsvector" GENERATED ALWAYS AS (chorus_lesson_document(language, title, tags, goal, happened, learned, now)) STORED;--> statement-breakpoint
ALTER TABLE "welcome_finished" ADD CONSTRAINT "welcome_finished_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_document" ON "lesson" USING gin ("document") WITH (fastupdate=off);--> statement-breakpoint
CREATE INDEX "lesson_good_example" ON "lesson" USING btree ("organisation","at","id") WHERE good_example;
--> statement-breakpoint
-- Office: people put the path for new joiners away.
GRANT SELECT, INSERT, DELETE ON welcome_finished TO chorus_office;
--> statement-breakpoint
CREATE TABLE "review" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit" text,
	"unit_name" text NOT NULL,
	"audience" text NOT NULL,
	"state" text NOT NULL,
	"opened_by" uuid,
	"facilitator" uuid,
	"title" text NOT NULL,
	"began" date NOT NULL,
	"ended" date NOT NULL,
	"due" date NOT NULL,
	"language" text NOT NULL,
	"opened" timestamp with time zone NOT NULL,
	"shared" timestamp with time zone,
	"noticed" timestamp with time zone,
	"restored" timestamp with time zone,
	CONSTRAINT "review_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "review_participant" (
	"organisation" uuid NOT NULL,
	"review" uuid NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "review_participant_organisation_review_person_pk" PRIMARY KEY("organisation","review","person")
);
--> statement-breakpoint
CREATE TABLE "review_section" (
	"organisation" uuid NOT NULL,
	"review" uuid NOT NULL,
	"part" text NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "review_section_organisation_review_part_pk" PRIMARY KEY("organisation","review","part")
);
--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE set null ("unit") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_organisation_opened_by_person_organisation_id_fk" FOREIGN KEY ("organisation","opened_by") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("opened_by") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_organisation_facilitator_person_organisation_id_fk" FOREIGN KEY ("organisation","facilitator") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("facilitator") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_participant" ADD CONSTRAINT "review_participant_organisation_review_review_organisation_id_fk" FOREIGN KEY ("organisation","review") REFERENCES "public"."review"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_participant" ADD CONSTRAINT "review_participant_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_section" ADD CONSTRAINT "review_section_organisation_review_review_organisation_id_fk" FOREIGN KEY ("organisation","review") REFERENCES "public"."review"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_organisation_opened_index" ON "review" USING btree ("organisation","opened");--> statement-breakpoint
-- Office: whoever takes part writes together; a draft can be taken back.
GRANT SELECT, INSERT, UPDATE, DELETE ON review TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON review_section TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON review_participant TO chorus_office;
--> statement-breakpoint
CREATE TABLE "experiment" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit" text,
	"unit_name" text NOT NULL,
	"programme" uuid NOT NULL,
	"owner" uuid,
	"title" text NOT NULL,
	"hypothesis" text NOT NULL,
	"doing" text NOT NULL,
	"measure" jsonb NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"criterion" jsonb NOT NULL,
	"amendments" jsonb NOT NULL,
	"lesson" uuid,
	CONSTRAINT "experiment_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_organisation_programme_programme_organisation_id_fk" FOREIGN KEY ("organisation","programme") REFERENCES "public"."programme"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE set null ("unit") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_organisation_owner_person_organisation_id_fk" FOREIGN KEY ("organisation","owner") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("owner") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_organisation_lesson_lesson_organisation_id_fk" FOREIGN KEY ("organisation","lesson") REFERENCES "public"."lesson"("organisation","id") ON DELETE set null ("lesson") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_organisation_unit_index" ON "experiment" USING btree ("organisation","unit");--> statement-breakpoint
-- Office: people plan under their names and take back what has not begun. It holds no figure.
GRANT SELECT, INSERT, UPDATE, DELETE ON experiment TO chorus_office;
--> statement-breakpoint
CREATE TABLE "agreement_signature" (
	"organisation" uuid NOT NULL,
	"version" uuid NOT NULL,
	"person" uuid NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "agreement_signature_organisation_version_person_pk" PRIMARY KEY("organisation","version","person")
);
--> statement-breakpoint
CREATE TABLE "agreement_version" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit" text,
	"unit_name" text NOT NULL,
	"texts" jsonb NOT NULL,
	"state" text NOT NULL,
	"number" integer,
	"proposed_by" uuid,
	"proposed_on" date NOT NULL,
	"decided_by" uuid,
	"decided_on" date,
	CONSTRAINT "agreement_version_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "agreement_version_organisation_unit_number_unique" UNIQUE("organisation","unit","number")
);
--> statement-breakpoint
CREATE TABLE "reflection_policy" (
	"organisation" uuid NOT NULL,
	"unit" text NOT NULL,
	"everybody_begins" boolean NOT NULL,
	CONSTRAINT "reflection_policy_organisation_unit_pk" PRIMARY KEY("organisation","unit")
);
--> statement-breakpoint
CREATE TABLE "reflection_post" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"session" uuid NOT NULL,
	"prompt" smallint NOT NULL,
	"author" uuid,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "reflection_post_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "reflection_session" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit" text,
	"unit_name" text NOT NULL,
	"title" text NOT NULL,
	"prompts" text[] NOT NULL,
	"facilitator" uuid,
	"begun" timestamp with time zone NOT NULL,
	"quiet_until" timestamp with time zone,
	"opened" timestamp with time zone,
	"every_weeks" integer,
	"keep_days" integer NOT NULL,
	"heard" text,
	"doing" text,
	"summarised" timestamp with time zone,
	CONSTRAINT "reflection_session_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_signature" ADD CONSTRAINT "agreement_signature_organisation_version_agreement_version_organisation_id_fk" FOREIGN KEY ("organisation","version") REFERENCES "public"."agreement_version"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signature" ADD CONSTRAINT "agreement_signature_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE set null ("unit") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_organisation_proposed_by_person_organisation_id_fk" FOREIGN KEY ("organisation","proposed_by") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("proposed_by") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_organisation_decided_by_person_organisation_id_fk" FOREIGN KEY ("organisation","decided_by") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("decided_by") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_policy" ADD CONSTRAINT "reflection_policy_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_post" ADD CONSTRAINT "reflection_post_organisation_session_reflection_session_organisation_id_fk" FOREIGN KEY ("organisation","session") REFERENCES "public"."reflection_session"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_post" ADD CONSTRAINT "reflection_post_organisation_author_person_organisation_id_fk" FOREIGN KEY ("organisation","author") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("author") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_session" ADD CONSTRAINT "reflection_session_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE set null ("unit") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_session" ADD CONSTRAINT "reflection_session_organisation_facilitator_person_organisation_id_fk" FOREIGN KEY ("organisation","facilitator") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("facilitator") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_version_organisation_unit_index" ON "agreement_version" USING btree ("organisation","unit");--> statement-breakpoint
CREATE INDEX "reflection_post_organisation_session_index" ON "reflection_post" USING btree ("organisation","session");--> statement-breakpoint
CREATE INDEX "reflection_session_organisation_begun_id_index" ON "reflection_session" USING btree ("organisation","begun","id");--> statement-breakpoint
CREATE INDEX "reflection_session_organisation_unit_index" ON "reflection_session" USING btree ("organisation","unit");
--> statement-breakpoint
-- Office: sessions are begun, opened and summarised, posts written, changed and erased; a version of an agreement is only ever put in
-- force, replaced or withdrawn, and what was signed stays signed. Words are blacked out on request, and what one person alone wrote is
-- taken back.
GRANT SELECT, INSERT ON agreement_signature TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON reflection_session, agreement_version TO chorus_office;
--> statement-breakpoint
GRANT UPDATE (title, prompts, opened, heard, doing, summarised) ON reflection_session TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON reflection_post TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON reflection_policy TO chorus_office;
--> statement-breakpoint
GRANT UPDATE (texts, state, number, decided_by, decided_on) ON agreement_version TO chorus_office;
--> statement-breakpoint
-- What was agreed on is never edited: all that may happen to it is that stretches are blacked out.
CREATE FUNCTION agreement_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (
    SELECT FROM jsonb_each_text(OLD.texts) AS before (part, words)
    WHERE before.words NOT LIKE
      replace(regexp_replace(coalesce(NEW.texts ->> before.part, ''), '([\\%_])', '\\\1', 'g'), '█████', '%')
  ) THEN
    RAISE EXCEPTION 'the texts of an agreement are never edited';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER agreement_stays BEFORE UPDATE OF texts ON agreement_version
  FOR EACH ROW EXECUTE FUNCTION agreement_stays();
--> statement-breakpoint
CREATE TABLE "feedback" (
	"organisation" uuid NOT NULL,
	"id" uuid NOT NULL,
	"receiver" uuid NOT NULL,
	"giver" uuid,
	"words" "bytea" NOT NULL,
	"on" date NOT NULL,
	"read" boolean DEFAULT false NOT NULL,
	"helpful" boolean DEFAULT false NOT NULL,
	"thanked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "feedback_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "feedback_request" (
	"organisation" uuid NOT NULL,
	"id" uuid NOT NULL,
	"asker" uuid NOT NULL,
	"giver" uuid NOT NULL,
	"question" "bytea" NOT NULL,
	"on" date NOT NULL,
	"declined" "bytea",
	CONSTRAINT "feedback_request_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "readiness_person" (
	"organisation" uuid NOT NULL,
	"topic" uuid NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "readiness_person_organisation_topic_person_pk" PRIMARY KEY("organisation","topic","person")
);
--> statement-breakpoint
CREATE TABLE "readiness_topic" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "readiness_topic_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "recognised_person" (
	"organisation" uuid NOT NULL,
	"recognition" uuid NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "recognised_person_organisation_recognition_person_pk" PRIMARY KEY("organisation","recognition","person")
);
--> statement-breakpoint
CREATE TABLE "recognition" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"of_team" boolean NOT NULL,
	"unit" text,
	"unit_name" text NOT NULL,
	"audience" text NOT NULL,
	"author" uuid,
	"did" text NOT NULL,
	"enabled" text NOT NULL,
	"value" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "recognition_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_organisation_receiver_person_organisation_id_fk" FOREIGN KEY ("organisation","receiver") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_organisation_giver_person_organisation_id_fk" FOREIGN KEY ("organisation","giver") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("giver") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_request" ADD CONSTRAINT "feedback_request_organisation_asker_person_organisation_id_fk" FOREIGN KEY ("organisation","asker") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_request" ADD CONSTRAINT "feedback_request_organisation_giver_person_organisation_id_fk" FOREIGN KEY ("organisation","giver") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_person" ADD CONSTRAINT "readiness_person_organisation_topic_readiness_topic_organisation_id_fk" FOREIGN KEY ("organisation","topic") REFERENCES "public"."readiness_topic"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_person" ADD CONSTRAINT "readiness_person_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_topic" ADD CONSTRAINT "readiness_topic_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognised_person" ADD CONSTRAINT "recognised_person_organisation_recognition_recognition_organisation_id_fk" FOREIGN KEY ("organisation","recognition") REFERENCES "public"."recognition"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognised_person" ADD CONSTRAINT "recognised_person_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE set null ("unit") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_organisation_author_person_organisation_id_fk" FOREIGN KEY ("organisation","author") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("author") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_organisation_receiver_index" ON "feedback" USING btree ("organisation","receiver");--> statement-breakpoint
CREATE INDEX "feedback_organisation_giver_index" ON "feedback" USING btree ("organisation","giver");--> statement-breakpoint
CREATE INDEX "feedback_request_organisation_asker_index" ON "feedback_request" USING btree ("organisation","asker");--> statement-breakpoint
CREATE INDEX "feedback_request_organisation_giver_index" ON "feedback_request" USING btree ("organisation","giver");--> statement-breakpoint
CREATE INDEX "readiness_topic_organisation_unit_index" ON "readiness_topic" USING btree ("organisation","unit");--> statement-breakpoint
CREATE INDEX "recognition_organisation_at_id_index" ON "recognition" USING btree ("organisation","at","id");--> statement-breakpoint
-- Office: people thank each other, give feedback and say where they could step in. What was thanked or written is never altered, but for
-- words of thanks that HR blacks out.
GRANT SELECT, INSERT, DELETE ON recognition, recognised_person, readiness_topic, readiness_person TO chorus_office;
--> statement-breakpoint
GRANT UPDATE (did, enabled, value) ON recognition TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (declined), DELETE ON feedback_request TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (read, helpful, thanked), DELETE ON feedback TO chorus_office;
--> statement-breakpoint
SELECT chorus_apart('community_reaction', 'community_reply', 'lesson', 'notification', 'digest_mailing', 'followed_tag', 'hidden_target', 'notification_wish', 'redaction', 'target_report', 'concern', 'concern_message', 'concern_month', 'concern_page', 'concern_setting', 'trusted_person', 'welcome_finished', 'review', 'review_participant', 'review_section', 'experiment', 'agreement_signature', 'agreement_version', 'reflection_policy', 'reflection_post', 'reflection_session', 'feedback', 'feedback_request', 'readiness_person', 'readiness_topic', 'recognised_person', 'recognition');
