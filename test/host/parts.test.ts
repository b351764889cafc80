import { desk } from "./excel";

const made = desk();
const { run } = made;

const passport = '<passport xmlns="urn:passport" version="1"><owner>Ministry &amp; Co</owner></passport>';
const note = '<?xml version="1.0"?><!-- by hand --><n:note xmlns:n="urn:note"/>';

describe("custom XML parts", () => {
  it("are added, found by namespace, read, changed and deleted", async () => {
    await run(async ({ workbook, sync }) => {
      const parts = workbook.customXmlParts;
      parts.add(passport);
      parts.add(note);
      await sync();
      const only = parts.getByNamespace("urn:passport").getOnlyItem().load("id, namespaceUri");
      const xml = only.getXml();
      await sync();
      expect([only.namespaceUri, xml.value]).toEqual(["urn:passport", passport]);
      const changed = passport.replace("1", "2");
      only.setXml(changed);
      parts.getByNamespace("urn:note").getOnlyItem().delete();
      const again = parts.getItem(only.id).getXml();
      const count = parts.getCount();
      await sync();
      expect([again.value, count.value]).toEqual([changed, 1]);
    });
  });

  it("travel with the workbook's content", async () => {
    await run(async ({ workbook }) => void workbook.customXmlParts.add(passport));
    expect(made.host.engine.content().customXml).toEqual([passport]);
  });

  it("are null objects where there is none, or not just one", async () => {
    await run(async ({ workbook, sync }) => {
      const parts = workbook.customXmlParts;
      parts.add(passport);
      parts.add(passport);
      const several = parts.getByNamespace("urn:passport").getOnlyItemOrNullObject();
      const none = parts.getItemOrNullObject("{no-such-id}");
      await sync();
      expect([several.isNullObject, none.isNullObject]).toEqual([true, true]);
    });
  });

  it.each(["", "text", "<open>", "<a></b>", "<a/><b/>"])("must be XML: %j is refused", async (xml) => {
    await expect(run(async ({ workbook }) => void workbook.customXmlParts.add(xml)))
      .rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("settings", () => {
  it("keep any JSON value, and dates, by their key", async () => {
    const day = new Date("2024-05-01T00:00:00Z");
    await run(async ({ workbook }) => {
      workbook.settings.add("Ignored", { rule: "units", why: "<known> & meant" });
      workbook.settings.add("ignored", ["last", "wins"]);
      workbook.settings.add("Seen", day);
    });
    await run(async ({ workbook, sync }) => {
      const ignored = workbook.settings.getItem("IGNORED").load("key, value");
      const seen = workbook.settings.getItem("Seen").load("value");
      const none = workbook.settings.getItemOrNullObject("Nothing");
      const count = workbook.settings.getCount();
      await sync();
      expect([ignored.key, ignored.value]).toEqual(["Ignored", ["last", "wins"]]);
      expect(new Date(seen.value as Date)).toEqual(day);
      expect([none.isNullObject, count.value]).toEqual([true, 2]);
      ignored.delete();
      const left = workbook.settings.getCount();
      await sync();
      expect(left.value).toBe(1);
    });
  });

  it("travel with the workbook, out of sight of its custom XML parts, whose ids they leave alone", async () => {
    await run(async ({ workbook, sync }) => {
      const part = workbook.customXmlParts.add(passport);
      await sync();
      workbook.settings.add("Key", 1);
      const xml = part.getXml();
      const count = workbook.customXmlParts.getCount();
      await sync();
      expect([xml.value, count.value]).toEqual([passport, 1]);
    });
    await made.host.engine.open(made.host.engine.content());
    await run(async ({ workbook, sync }) => {
      const kept = workbook.settings.getItem("Key").load("value");
      await sync();
      expect(kept.value).toBe(1);
    });
  });
});

describe("document properties", () => {
  it("are kept, the custom ones with their type", async () => {
    await run(async ({ workbook, sync }) => {
      const { properties } = workbook;
      properties.title = "Cluster model";
      properties.author = "Planner";
      properties.custom.add("Vintage", 2024);
      properties.custom.add("Checked", true);
      properties.load("title, author, subject");
      properties.custom.load("items/key, items/value, items/type");
      await sync();
      expect(properties.toJSON()).toMatchObject({ title: "Cluster model", author: "Planner", subject: "" });
      expect(properties.custom.items.map((item) => item.toJSON())).toMatchObject([
        { key: "Vintage", value: 2024, type: "Number" }, { key: "Checked", value: true, type: "Boolean" },
      ]);
      properties.custom.getItem("vintage").delete();
      const count = properties.custom.getCount();
      await sync();
      expect(count.value).toBe(1);
    });
  });
});

describe("the application", () => {
  it("calculates all when asked, what has not changed too", async () => {
    await run(async ({ application, sync }, sheet) => {
      const cell = sheet.getRange("A1");
      cell.formulas = [["=RAND()"]];
      await sync();
      const draw = async (): Promise<unknown> => {
        cell.load("values");
        await sync();
        return cell.values[0]![0];
      };
      const first = await draw();
      application.calculate("Recalculate");
      application.calculate("Full");
      expect(await draw()).not.toBe(first);
    });
  });

  it("calculates by itself, and refuses to stop", async () => {
    await run(async ({ application, sync }) => {
      application.suspendScreenUpdatingUntilNextSync();
      application.suspendApiCalculationUntilNextSync();
      application.calculate("Full");
      application.load("calculationMode, calculationState");
      await sync();
      expect([application.calculationMode, application.calculationState]).toEqual(["Automatic", "Done"]);
      application.calculationMode = "Manual";
      await expect(sync()).rejects.toMatchObject({ code: "ApiNotImplemented" });
    });
  });
});
