package io.github.scimult.encoder.checkpoint;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.array.DataType;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weights inside an ONNX graph that PyTorch exported from a BERT. Vectors and embeddings keep their names there, but
 * each linear layer's matrix is anonymous and transposed (inputs, outputs). It is found through the graph: the node that
 * adds the bias of a known name adds it to the product with the matrix.
 */
public final class OnnxBert {
    private final Map<String, TensorProto> tensors = new HashMap<>();
    private final Map<String, NodeProto> products = new HashMap<>();
    private final SortedMap<String, WeightArray> weights = new TreeMap<>();
    private final String origin;

    private OnnxBert(String origin) {
        this.origin = origin;
    }

    /**
     * The weights of an encoder.
     *
     * @param in an ONNX model
     * @param origin what it is called in errors
     * @throws BadDataException if a weight is of another type than float, missing or of another shape than configured
     */
    public static WeightMap read(InputStream in, EncoderConfig config, String origin) throws IOException {
        OnnxBert bert = new OnnxBert(origin);
        bert.read(ModelProto.parseFrom(in).getGraph());
        return StoredWeights.select(bert.weights, config, origin);
    }

    private void read(GraphProto graph) {
        for (TensorProto tensor : graph.getInitializerList()) {
            tensors.put(tensor.getName(), tensor);
            boolean named =
                    tensor.getName().endsWith(".weight") || tensor.getName().endsWith(".bias");
            if (named) {
                weights.put(tensor.getName(), new WeightArray(DataType.F32, shape(tensor), bytes(tensor)));
            }
        }
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("MatMul")) {
                products.put(node.getOutput(0), node);
            }
        }
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Add")) {
                nameMatrix(node.getInput(0), node.getInput(1));
                nameMatrix(node.getInput(1), node.getInput(0));
            }
        }
    }

    private void nameMatrix(String bias, String product) {
        if (!bias.endsWith(".bias") || !tensors.containsKey(bias) || !products.containsKey(product)) {
            return;
        }
        TensorProto matrix = tensors.get(products.get(product).getInput(1));
        if (matrix != null) {
            String name = bias.substring(0, bias.length() - "bias".length()) + "weight";
            weights.put(name, transposed(matrix));
        }
    }

    private WeightArray transposed(TensorProto matrix) {
        int rows = Math.toIntExact(matrix.getDims(0));
        int columns = Math.toIntExact(matrix.getDims(1));
        float[] source = new WeightArray(DataType.F32, shape(matrix), bytes(matrix)).toFloats();
        float[] target = new float[source.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                target[column * rows + row] = source[row * columns + column];
            }
        }
        return WeightArray.of(target, columns, rows);
    }

    private MemorySegment bytes(TensorProto tensor) {
        if (tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber() || !tensor.hasRawData()) {
            throw new BadDataException(origin + ": the weight '" + tensor.getName() + "' is of ONNX type "
                    + tensor.getDataType() + ", expected raw 32-bit floats");
        }
        return MemorySegment.ofBuffer(tensor.getRawData().asReadOnlyByteBuffer());
    }

    private static long[] shape(TensorProto tensor) {
        return tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    }
}
