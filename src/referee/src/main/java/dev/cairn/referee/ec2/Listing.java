package dev.cairn.referee.ec2;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The answer to a Describe call: a root element with one list of `item` elements.
final class Listing {
  private final Document document;

  private Listing(Document document) {
    this.document = document;
  }

  static Listing read(byte[] body) throws IOException {
    try {
      String text = new String(body, StandardCharsets.UTF_8).strip();
      return new Listing(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text))));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("no XML: " + e.getMessage(), e);
    }
  }

  List<Element> items() {
    for (Element list : children(document.getDocumentElement())) {
      List<Element> items = children(list);
      if (!items.isEmpty() && items.getFirst().getTagName().equals("item")) {
        return items;
      }
    }
    return List.of();
  }

  /// The text of a direct child; empty where there is none.
  static String text(Element item, String name) {
    return children(item).stream()
        .filter(child -> child.getTagName().equals(name))
        .map(Node::getTextContent)
        .findFirst()
        .orElse("");
  }

  /// The texts of all elements of a name, at any depth.
  static List<String> all(Element item, String name) {
    NodeList found = item.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /// Leaves the items from one number to before another, and says that there is more.
  void cut(int from, int to, String nextToken) {
    List<Element> items = items();
    for (int i = 0; i < items.size(); i++) {
      if (i < from || i >= to) {
        items.get(i).getParentNode().removeChild(items.get(i));
      }
    }
    Element root = document.getDocumentElement();
    for (Element child : children(root)) {
      if (child.getTagName().equals("nextToken")) {
        root.removeChild(child);
      }
    }
    if (!nextToken.isEmpty()) {
      Element token = document.createElement("nextToken");
      token.setTextContent(nextToken);
      root.appendChild(token);
    }
  }

  String xml() throws IOException {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IOException(e);
    }
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
