ALTER TABLE "audit_event" ALTER COLUMN "number" DROP IDENTITY;--> statement-breakpoint
ALTER TABLE "audit_event" ALTER COLUMN "number" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "hash" "bytea" DEFAULT ''::bytea NOT NULL;--> statement-breakpoint
CREATE INDEX "person_email_index" ON "person" USING btree ("email");--> statement-breakpoint
-- The audit trail as a chain: SHA-256 of the UTF-8 bytes of a JSON array without spaces: hash of the event before (lower-case hex, "" for
-- the first), organisation, number, time (UTC, milliseconds), actor, action, subject. packages/contracts/src/trail-hash.ts makes the same bytes.
CREATE FUNCTION chorus_event_hash(before bytea, organisation uuid, number bigint, at timestamptz, actor text, action text, subject text)
RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(convert_to('[' || concat_ws(',',
    to_json(encode(before, 'hex')), to_json(organisation::text), number::text,
    to_json(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    to_json(actor), to_json(action), to_json(subject)) || ']', 'UTF8'))
$$;
--> statement-breakpoint
-- Events of before get numbers without gaps, and their place in the chain.
DO $$
DECLARE
  event record;
  current_organisation uuid;
  last_number bigint;
  last_hash bytea;
BEGIN
  FOR event IN SELECT * FROM public.audit_event ORDER BY organisation, number LOOP
    IF current_organisation IS DISTINCT FROM event.organisation THEN
      current_organisation := event.organisation;
      last_number := 0;
      last_hash := '';
    END IF;
    last_number := last_number + 1;
    last_hash := chorus_event_hash(last_hash, event.organisation, last_number, date_trunc('milliseconds', event.at),
      event.actor, event.action, event.subject);
    UPDATE public.audit_event SET number = last_number, at = date_trunc('milliseconds', event.at), hash = last_hash
      WHERE organisation = event.organisation AND number = event.number;
  END LOOP;
END $$;
--> statement-breakpoint
-- Whoever notes something gives neither number nor hash: both are made here, behind a lock of the organisation's trail.
CREATE FUNCTION chorus_chain_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit trail ' || NEW.organisation, 0));
  SELECT e.number, e.hash INTO last FROM public.audit_event e
    WHERE e.organisation = NEW.organisation ORDER BY e.number DESC LIMIT 1;
  NEW.at := date_trunc('milliseconds', NEW.at);
  NEW.number := coalesce(last.number, 0) + 1;
  NEW.hash := public.chorus_event_hash(coalesce(last.hash, ''), NEW.organisation, NEW.number, NEW.at, NEW.actor, NEW.action, NEW.subject);
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION chorus_event_hash, chorus_chain_event FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_event_hash TO chorus_office;
--> statement-breakpoint
CREATE TRIGGER chain BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION chorus_chain_event();
--> statement-breakpoint
-- Organisations apart: every role sees, adds, changes and deletes rows of the organisation that its connection names, and of no
-- other. A connection that names none sees none. Whoever owns the tables (migrations, VACUUM) is not bound, and serves nobody.
-- A migration that makes a table calls it for it: SELECT chorus_apart('the_table');
CREATE FUNCTION chorus_apart(VARIADIC tables text[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  name text;
  mine text;
BEGIN
  FOREACH name IN ARRAY tables LOOP
    mine := format('%I = NULLIF(current_setting(''chorus.organisation'', true), '''')::uuid',
      CASE name WHEN 'organisation' THEN 'id' ELSE 'organisation' END);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY apart ON public.%I USING (%s) WITH CHECK (%s)', name, mine, mine);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION chorus_apart FROM PUBLIC;
--> statement-breakpoint
SELECT chorus_apart(VARIADIC array_agg(tablename::text)) FROM pg_tables WHERE schemaname = 'public';
--> statement-breakpoint
-- Whose something is, where nobody has said so yet: each answers one question of one or two roles, and says an id and no more.
-- For workers and the command line, which go through organisations one by one.
CREATE FUNCTION chorus_organisations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT id FROM public.organisation ORDER BY name, id $$;
--> statement-breakpoint
-- For the manifest, the anonymous send and the closing job.
CREATE FUNCTION chorus_organisation_of_wave(wave uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT w.organisation FROM public.wave w WHERE w.id = $1 $$;
--> statement-breakpoint
-- For signing in: whoever shows the secret of a link is led to its organisation.
CREATE FUNCTION chorus_organisation_of_link(token_hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT l.organisation FROM public.sign_in_link l WHERE l.token_hash = $1 $$;
--> statement-breakpoint
-- For programs that read reports.
CREATE FUNCTION chorus_organisation_of_token(token_hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT t.organisation FROM public.personal_token t WHERE t.token_hash = $1 $$;
--> statement-breakpoint
-- For mailing a link that was asked for. Nobody learns the answer but the owner of the address.
CREATE FUNCTION chorus_organisations_of_email(email text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT p.organisation FROM public.person p WHERE p.email = lower($1) ORDER BY 1 $$;
--> statement-breakpoint
-- For sending: where anything waits.
CREATE FUNCTION chorus_organisations_with_mail() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT DISTINCT m.organisation FROM public.outgoing_mail m ORDER BY 1 $$;
--> statement-breakpoint
-- A new file where no other wave has rows, else only this wave's rows are deleted. TRUNCATE knows no policy, so no role may do it by itself.
CREATE FUNCTION chorus_empty_wave(of_table regclass, organisation uuid, wave uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  others boolean;
BEGIN
  IF of_table NOT IN ('public.urn'::regclass, 'public.sealed_comment'::regclass) THEN
    RAISE EXCEPTION 'this table is not emptied by wave' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF organisation IS DISTINCT FROM NULLIF(current_setting('chorus.organisation', true), '')::uuid THEN
    RAISE EXCEPTION 'another organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', of_table);
  EXECUTE format('SELECT EXISTS (SELECT FROM %s t WHERE NOT (t.organisation = $1 AND t.wave = $2))', of_table)
    INTO others USING organisation, wave;
  IF others THEN
    EXECUTE format('DELETE FROM %s t WHERE t.organisation = $1 AND t.wave = $2', of_table) USING organisation, wave;
  ELSE
    EXECUTE format('TRUNCATE %s', of_table);
  END IF;
END $$;
--> statement-breakpoint
REVOKE TRUNCATE ON urn, sealed_comment FROM chorus_closer;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION chorus_organisations, chorus_organisation_of_wave, chorus_organisation_of_link, chorus_organisation_of_token,
  chorus_organisations_of_email, chorus_organisations_with_mail, chorus_empty_wave FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisations TO chorus_office;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisation_of_wave TO chorus_urn, chorus_closer;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisation_of_link, chorus_organisation_of_token, chorus_organisations_of_email TO chorus_office;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisations_with_mail TO chorus_mailer;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_empty_wave TO chorus_closer;
