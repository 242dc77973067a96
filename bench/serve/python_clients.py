"""Lets Python clients of OpenAI, Cohere and text-embeddings-inference use a running server, and tells what each does.

python_clients.py URL, started by python_clients.sh, which installs the clients. Exits with 1 if one does not do what is expected.
"""

import math
import sys

URL = sys.argv[1].rstrip("/")
TEXTS = ["Drawing large graphs", "Cooking rice"]
failed = False


def check(what, do):
    global failed
    try:
        told = do()
        print(f"works    {what}" + (f": {told}" if isinstance(told, str) else ""))
    except Exception as problem:  # noqa: BLE001: whatever a client throws is what is told
        failed = True
        print(f"FAILS    {what}: {type(problem).__name__}: {str(problem)[:400]}")


def unit(vectors, count=len(TEXTS)):
    assert len(vectors) == count, f"{len(vectors)} vectors"
    for vector in vectors:
        length = math.sqrt(sum(float(number) ** 2 for number in vector))
        assert abs(length - 1) < 1e-3, f"length {length}"


def openai_client():
    import openai

    client = openai.OpenAI(base_url=URL + "/v1", api_key="any")
    answer = client.embeddings.create(model="link", input=TEXTS)
    unit([one.embedding for one in answer.data])
    assert answer.usage.total_tokens > 4
    assert [model.id for model in client.models.list()] == ["search", "link", "classification"]
    assert client.models.retrieve("search").id == "search"


def openai_problem():
    import openai

    try:
        openai.OpenAI(base_url=URL + "/v1", api_key="any").embeddings.create(model="ada", input=TEXTS)
    except openai.NotFoundError as problem:
        assert "search, link and classification" in str(problem), problem
        return str(problem)
    raise AssertionError("an unknown model is taken")


def langchain_default():
    from langchain_openai import OpenAIEmbeddings

    try:
        OpenAIEmbeddings(base_url=URL + "/v1", api_key="any", model="search").embed_documents(TEXTS)
    except Exception as problem:  # noqa: BLE001
        told = str(problem)
        if "check_embedding_ctx_length=False" in told:
            return "refused, and told: check_embedding_ctx_length=False"
        # Without a network the client fails already at the tokenizer that it downloads.
        if "tiktoken" in told or "blob.core.windows.net" in told or "encoding" in told:
            return "the client cannot fetch its tokenizer here; nothing was sent"
        raise
    raise AssertionError("token ids were taken")


def langchain_texts():
    from langchain_openai import OpenAIEmbeddings

    embeddings = OpenAIEmbeddings(
        base_url=URL + "/v1", api_key="any", model="search", check_embedding_ctx_length=False
    )
    unit(embeddings.embed_documents(TEXTS))
    unit([embeddings.embed_query("graphs")], 1)


def token_ids():
    import openai

    try:
        openai.OpenAI(base_url=URL + "/v1", api_key="any").embeddings.create(model="search", input=[[15496, 995]])
    except openai.BadRequestError as problem:
        assert "check_embedding_ctx_length=False" in str(problem), problem
        return str(problem)
    raise AssertionError("token ids are taken")


def hugging_face():
    from huggingface_hub import InferenceClient

    client = InferenceClient(model=URL)
    unit([client.feature_extraction("graphs")[0]], 1)
    unit([InferenceClient(model=URL + "/embed").feature_extraction("graphs", normalize=True, truncate=True)[0]], 1)


def langchain_hugging_face():
    from huggingface_hub import InferenceClient
    from langchain_huggingface import HuggingFaceEndpointEmbeddings

    embeddings = HuggingFaceEndpointEmbeddings(model="any")  # it takes no addresses any more, its client does
    embeddings.client = InferenceClient(model=URL)
    unit(embeddings.embed_documents(TEXTS))


def llama_index_openai():
    from llama_index.embeddings.openai_like import OpenAILikeEmbedding

    embedding = OpenAILikeEmbedding(model_name="search", api_base=URL + "/v1", api_key="any")
    unit(embedding.get_text_embedding_batch(TEXTS))


def llama_index_inference():
    from llama_index.embeddings.text_embeddings_inference import TextEmbeddingsInference

    embedding = TextEmbeddingsInference(model_name="search", base_url=URL)
    unit(embedding.get_text_embedding_batch(TEXTS))


def cohere_client():
    import cohere

    for client in (cohere.Client("any", base_url=URL), cohere.ClientV2("any", base_url=URL)):
        ranked = client.rerank(model="search", query="graph layout", documents=TEXTS, top_n=1)
        assert [one.index for one in ranked.results] == [0], ranked


check("openai, default settings (base64)", openai_client)
check("openai, a model that is not there", openai_problem)
check("openai, token ids", token_ids)
check("langchain-openai, default settings (token ids)", langchain_default)
check("langchain-openai, check_embedding_ctx_length=False", langchain_texts)
check("huggingface_hub, InferenceClient", hugging_face)
check("langchain-huggingface, with a client of this address", langchain_hugging_face)
check("llama-index, openai-like", llama_index_openai)
check("llama-index, text-embeddings-inference", llama_index_inference)
check("cohere, rerank of both versions", cohere_client)
sys.exit(1 if failed else 0)
