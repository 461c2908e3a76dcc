// The plainest site that Eleventy makes of the same pages: Markdown as it is, one layout, no search.
export default function (config) {
  config.addGlobalData("site", { titre: "Mémento synthétique" });
  return { markdownTemplateEngine: false, dir: { includes: "_includes", data: "_data" } };
}
