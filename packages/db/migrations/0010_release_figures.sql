-- Releases that were written before figures came in steps have none of these: readers find the keys, and nothing behind them.
UPDATE "release" SET "summary" = ('{"spread": {}, "skipped": [], "audit": null}'::jsonb || "summary"::jsonb)::json;--> statement-breakpoint
UPDATE "release_cell" SET "cell" = jsonb_set("cell"::jsonb, '{measures}', (
	SELECT coalesce(jsonb_agg('{"answers": null, "agreement": null}'::jsonb || figures ORDER BY place), '[]')
	FROM jsonb_array_elements("cell"::jsonb -> 'measures') WITH ORDINALITY AS one(figures, place)))::json;
