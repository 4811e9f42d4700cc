package dev.thaw.engine.protocol;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** Reads XML documents into the SDK's builders; unknown elements are skipped, as AWS does. */
final class XmlReader {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  // A document's depth is the depth of the stack that reads it; S3's are four deep.
  private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
  private static final int DEEPEST = 100;

  private XmlReader() {}

  static void read(byte[] xml, SdkPojo builder) {
    fill(root(xml), builder);
  }

  private static Element root(byte[] xml) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setAttribute(DEPTH, DEEPEST);
      var parser = factory.newDocumentBuilder();
      // The default one prints to standard error.
      parser.setErrorHandler(null);
      return parser.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (SAXException | CharConversionException e) {
      throw malformed();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AwsException malformed() {
    return new AwsException(MALFORMED, MALFORMED_TEXT);
  }

  private static final String MALFORMED_TEXT =
      "The XML you provided was not well-formed or did not validate against our published schema";

  private static final ErrorCode MALFORMED =
      new ErrorCode() {
        @Override
        public String code() {
          return "MalformedXML";
        }

        @Override
        public int status() {
          return 400;
        }
      };

  private static void fill(Element element, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      var name = field.locationName();
      if (field.containsTrait(XmlAttributeTrait.class)) {
        if (element.hasAttribute(name)) {
          field.set(builder, element.getAttribute(name));
        }
      } else if (Shapes.isBody(field)) {
        var found = children(element, name);
        if (!found.isEmpty()) {
          field.set(builder, value(field, found));
        }
      }
    }
  }

  private static Object value(SdkField<?> field, List<Element> elements) {
    var type = field.marshallingType();
    var first = elements.get(0);
    if (type == MarshallingType.SDK_POJO) {
      var builder = field.constructor().get();
      fill(first, builder);
      return Shapes.build(builder);
    }
    if (type == MarshallingType.LIST) {
      return list(field, elements);
    }
    if (type == MarshallingType.MAP) {
      return map(field, elements);
    }
    return Scalars.read(field, first.getTextContent(), Format.ISO_8601);
  }

  private static List<Object> list(SdkField<?> field, List<Element> elements) {
    var trait = field.getRequiredTrait(ListTrait.class);
    var inner = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    var items = trait.isFlattened() ? elements : children(elements.get(0), inner);
    var list = new ArrayList<>();
    for (var item : items) {
      list.add(value(Shapes.element(field), List.of(item)));
    }
    return list;
  }

  private static Map<String, Object> map(SdkField<?> field, List<Element> elements) {
    var trait = field.getRequiredTrait(MapTrait.class);
    var entries = trait.isFlattened() ? elements : children(elements.get(0), "entry");
    var map = new LinkedHashMap<String, Object>();
    for (var entry : entries) {
      var keys = children(entry, trait.keyLocationName());
      var values = children(entry, trait.valueLocationName());
      if (keys.isEmpty() || values.isEmpty()) {
        throw malformed();
      }
      map.put(keys.get(0).getTextContent(), value(Shapes.entry(field), values));
    }
    return map;
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
