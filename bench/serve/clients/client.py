"""Writes a paper, searches, suggests labels, embeds, and deletes the paper, by the client generated for Python."""

import sys

from openapi_client import ApiClient, Configuration
from openapi_client.api import EmbeddingsApi, PapersApi, SearchApi
from openapi_client.exceptions import NotFoundException
from openapi_client.models import EmbeddingsRequest, PaperLine, PaperLineMetadata, TagRequest

ID = "written-by-python"


def expect(what, holds):
    print("python: " + what + ("" if holds else ": NO"))
    if not holds:
        sys.exit(1)


client = ApiClient(Configuration(host=sys.argv[1]))
papers, search = PapersApi(client), SearchApi(client)
paper = PaperLine(
    id=ID,
    title="Knitting quaternions",
    text="We knit quaternions out of wool.",
    metadata=PaperLineMetadata(year=2005, authors=["Ada Lovelace"]),
)
expect("a paper is written", papers.put_papers([paper]).put == 1)
found = search.search_papers(q="knitting quaternions", top=3).results[0]
expect(
    "it is found, with why",
    found.paper.id == ID and found.paper.year == 2005 and found.why.bm25.rank == 1 and found.why.shared is None,
)
labels = search.suggest_labels(TagRequest(paper=ID, top=2)).results
expect("labels are suggested", len(labels) == 2 and labels[0].label.name)
embeddings = EmbeddingsApi(client).create_embeddings(
    EmbeddingsRequest(model="search", input=["knitting", "quaternions"])
)
expect("texts are embedded", len(embeddings.data[1].embedding) > 2)
papers.delete_paper(ID)
try:
    papers.read_paper(ID)
    expect("the paper is deleted", False)
except NotFoundException as missing:
    expect("the paper is deleted", ID in missing.body)
