/** Writes a paper, searches, suggests labels, embeds, and deletes the paper, by the client generated for TypeScript. */
import { Configuration, EmbeddingsApi, PapersApi, ResponseError, SearchApi } from "./generated";

const ID = "written-by-typescript";

function expect(what: string, holds: boolean): void {
  console.log("typescript: " + what + (holds ? "" : ": NO"));
  if (!holds) process.exit(1);
}

async function run(): Promise<void> {
  const configuration = new Configuration({ basePath: process.argv[2] });
  const papers = new PapersApi(configuration);
  const search = new SearchApi(configuration);
  const paper = {
    id: ID,
    title: "Knitting quaternions",
    text: "We knit quaternions out of wool.",
    metadata: { year: 2005, authors: ["Ada Lovelace"] },
  };
  expect("a paper is written", (await papers.putPapers({ paperLine: [paper] })).put === 1);
  const [found] = (await search.searchPapers({ q: "knitting quaternions", top: 3 })).results;
  expect(
    "it is found, with why",
    found.paper.id === ID && found.paper.year === 2005 && found.why.bm25?.rank === 1 && found.why.shared == null,
  );
  const labels = (await search.suggestLabels({ tagRequest: { paper: ID, top: 2 } })).results;
  expect("labels are suggested", labels.length === 2 && labels[0].label.name !== "");
  const embeddings = await new EmbeddingsApi(configuration).createEmbeddings({
    embeddingsRequest: { model: "search", input: ["knitting", "quaternions"] },
  });
  expect("texts are embedded", embeddings.data[1].embedding.length > 2);
  await papers.deletePaper({ id: ID });
  try {
    await papers.readPaper({ id: ID });
    expect("the paper is deleted", false);
  } catch (missing) {
    expect("the paper is deleted", missing instanceof ResponseError && missing.response.status === 404);
  }
}

void run();
