package io.github.scimult.encoder.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** An ONNX graph under construction; each node's result is named, and the name is what other nodes are given. */
final class Graph {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final NumberType type;
    private int names;

    Graph(String name, NumberType type) {
        graph.setName(name);
        this.type = type;
    }

    GraphProto build() {
        return graph.build();
    }

    /** Numbers of fractions are 16-bit in a graph of that type, and 32-bit else. */
    TensorProto.DataType fractions() {
        return type == NumberType.FP16 ? TensorProto.DataType.FLOAT16 : TensorProto.DataType.FLOAT;
    }

    /** A node of one result. @return the result's name */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        return nodes(operator, inputs, 1, attributes).getFirst();
    }

    /** A node of several results. */
    List<String> nodes(String operator, List<String> inputs, int results, AttributeProto... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addAllInput(inputs);
        node.setName(operator + "_" + names++);
        for (int result = 0; result < results; result++) {
            node.addOutput(node.getName() + ":" + result);
        }
        for (AttributeProto attribute : attributes) {
            node.addAttribute(attribute);
        }
        graph.addNode(node);
        return node.getOutputList();
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto attribute(String name, List<Long> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    /** A constant of fractions, in the graph's own numbers. */
    String constant(String name, float[] values, long... shape) {
        boolean half = fractions() == TensorProto.DataType.FLOAT16;
        ByteBuffer bytes = ByteBuffer.allocate(values.length * (half ? Short.BYTES : Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (half) {
                requireInRange(name, value);
                bytes.putShort(Float.floatToFloat16(value));
            } else {
                bytes.putFloat(value);
            }
        }
        return initializer(name, fractions(), bytes.array(), shape);
    }

    private static void requireInRange(String name, float value) {
        if (Float.isInfinite(Float.float16ToFloat(Float.floatToFloat16(value)))) {
            throw new IllegalArgumentException(
                    "'" + name + "' holds " + value + ", more than 16-bit floats can (65504): export with --type fp32");
        }
    }

    /** A constant of one fraction. */
    String scalar(double value) {
        return constant("scalar_" + names++, new float[] {(float) value});
    }

    /** A constant of whole numbers. */
    String wholes(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return initializer("wholes_" + names++, TensorProto.DataType.INT64, bytes.array(), values.length);
    }

    String initializer(String name, TensorProto.DataType numbers, byte[] littleEndian, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(numbers.getNumber())
                .setRawData(ByteString.copyFrom(littleEndian));
        for (long length : shape) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** An input of whole numbers of (batch, sequence). */
    String input(String name) {
        graph.addInput(value(name, TensorProto.DataType.INT64, "batch", "sequence"));
        return name;
    }

    /** Names a result of (batch, width) the graph's output, as 32-bit floats. */
    void output(String name, String result, int width) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Cast")
                .setName(name)
                .addInput(result)
                .addOutput(name)
                .addAttribute(attribute("to", TensorProto.DataType.FLOAT.getNumber())));
        ValueInfoProto.Builder value = value(name, TensorProto.DataType.FLOAT, "batch").toBuilder();
        value.getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
        graph.addOutput(value);
    }

    private static ValueInfoProto value(String name, TensorProto.DataType numbers, String... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String dimension : dimensions) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(numbers.getNumber())
                                .setShape(shape)))
                .build();
    }
}
