package com.elementarydata.privatelink.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of an answer's members, which tell whether it is one to what was asked. */
final class AnswerMembers {

    private static final JsonMapper JSON = new JsonMapper();

    private AnswerMembers() {}

    /**
     * The names.
     *
     * @param operation what was asked, as the API names it
     * @param isJson whether its service speaks JSON; the others speak XML
     * @param body the answer's bytes
     * @return nothing where they are no whole answer to that operation
     */
    static Optional<List<String>> of(String operation, boolean isJson, byte[] body) {
        try {
            return isJson ? json(body) : xml(operation, body);
        } catch (SAXException | JacksonException wrong) {
            return Optional.empty();
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<List<String>> json(byte[] body) {
        JsonNode answer = JSON.readTree(body);
        return answer.isObject() ? Optional.of(List.copyOf(answer.propertyNames())) : Optional.empty();
    }

    /** The root names the operation. Some services put the members into a result of their own. */
    private static Optional<List<String>> xml(String operation, byte[] body)
            throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        // the JDK's own prints
        builder.setErrorHandler(new DefaultHandler());
        Node root = builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
        if (!root.getLocalName().equals(operation + "Response")) {
            return Optional.empty();
        }
        return Optional.of(elements(root)
                .flatMap(member ->
                        member.getLocalName().equals(operation + "Result") ? elements(member) : Stream.of(member))
                .map(Node::getLocalName)
                .toList());
    }

    private static Stream<Node> elements(Node parent) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(child -> child.getNodeType() == Node.ELEMENT_NODE);
    }
}
