package dev.thaw.engine.protocol;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** Writes the SDK's model classes as XML. */
final class XmlWriter {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;
  private final Optional<FlatNames> names;
  private final String operation;

  private XmlWriter(XMLStreamWriter xml, Optional<FlatNames> names, String operation) {
    this.xml = xml;
    this.names = names;
    this.operation = operation;
  }

  /** The same document, where the members of that operation go by other names from here on. */
  XmlWriter naming(Optional<FlatNames> others, String ofOperation) {
    return new XmlWriter(xml, others, ofOperation);
  }

  @FunctionalInterface
  interface Content {
    void writeTo(XmlWriter xml) throws XMLStreamException;
  }

  /** A document with that root element; an empty namespace is none. */
  static byte[] document(String root, String namespace, Content content) {
    var bytes = new ByteArrayOutputStream(512);
    try {
      var xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      if (!namespace.isEmpty()) {
        xml.writeDefaultNamespace(namespace);
      }
      content.writeTo(new XmlWriter(xml, Optional.empty(), ""));
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Could not write " + root, e);
    }
    return bytes.toByteArray();
  }

  void element(String name, Content content) throws XMLStreamException {
    xml.writeStartElement(name);
    content.writeTo(this);
    xml.writeEndElement();
  }

  void text(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  void characters(String text) throws XMLStreamException {
    xml.writeCharacters(text);
  }

  void members(SdkPojo shape) throws XMLStreamException {
    attributes(shape);
    for (var field : shape.sdkFields()) {
      var value = Shapes.value(shape, field);
      if (value.isPresent() && Shapes.isBody(field) && !isAttribute(field)) {
        var name = field.unmarshallLocationName();
        member(
            field, names.map(flat -> flat.of(name, operation)).orElse(name), value.orElseThrow());
      }
    }
  }

  private void attributes(SdkPojo shape) throws XMLStreamException {
    for (var field : shape.sdkFields()) {
      var value = Shapes.value(shape, field);
      if (value.isPresent() && isAttribute(field)) {
        xml.writeAttribute(field.unmarshallLocationName(), value.orElseThrow().toString());
      }
    }
  }

  private static boolean isAttribute(SdkField<?> field) {
    return field.containsTrait(XmlAttributeTrait.class);
  }

  private void member(SdkField<?> field, String name, Object value) throws XMLStreamException {
    if (value instanceof SdkPojo shape) {
      element(name, inner -> inner.members(shape));
    } else if (value instanceof List<?> list) {
      list(field, name, list);
    } else if (value instanceof Map<?, ?> map) {
      map(field, name, map);
    } else {
      text(name, Scalars.write(field, value, Format.ISO_8601));
    }
  }

  private void list(SdkField<?> field, String name, List<?> list) throws XMLStreamException {
    var trait = field.getRequiredTrait(ListTrait.class);
    if (names.isPresent() || trait.isFlattened()) {
      elements(field, name, list);
    } else {
      var inner = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
      element(name, xml -> xml.elements(field, inner, list));
    }
  }

  private void elements(SdkField<?> field, String name, List<?> list) throws XMLStreamException {
    for (var element : list) {
      member(Shapes.element(field), name, element);
    }
  }

  private void map(SdkField<?> field, String name, Map<?, ?> map) throws XMLStreamException {
    var trait = field.getRequiredTrait(MapTrait.class);
    if (names.isPresent() || trait.isFlattened()) {
      entries(field, name, map);
    } else {
      element(name, xml -> xml.entries(field, "entry", map));
    }
  }

  private void entries(SdkField<?> field, String name, Map<?, ?> map) throws XMLStreamException {
    var trait = field.getRequiredTrait(MapTrait.class);
    var keyName = names.isPresent() ? FlatNames.KEY : trait.keyLocationName();
    var valueName = names.isPresent() ? FlatNames.VALUE : trait.valueLocationName();
    for (var entry : map.entrySet()) {
      element(
          name,
          xml -> {
            xml.text(keyName, entry.getKey().toString());
            xml.member(Shapes.entry(field), valueName, entry.getValue());
          });
    }
  }
}
