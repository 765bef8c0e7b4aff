package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.HostileTexts;
import com.elementarydata.privatelink.cli.MarkdownDocument;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    static List<String> texts() {
        return Stream.concat(
                        HostileTexts.ALL.stream(),
                        Stream.of("*.a.example", "*.a.example, *.b.example", "*.a.example,*.b.example"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_is_text_and_nothing_else(String text) {
        for (String sentence : List.of("%s runs it", "It is %s that runs it", "**1. Ask (%s).**")) {
            MarkdownDocument document = MarkdownDocument.of(sentence.formatted(Markdown.text(text)));

            assertThat(document.nodes().map(Object::getClass).distinct())
                    .isSubsetOf(Document.class, Paragraph.class, StrongEmphasis.class, Text.class);
            assertThat(document.nodes(Text.class).map(Text::getLiteral).collect(Collectors.joining()))
                    .isEqualTo(sentence.replace("**", "").formatted(Printable.of(text)));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void code_stays_within_its_marks(String text) {
        MarkdownDocument document = MarkdownDocument.of("It is `%s`.".formatted(Markdown.code(text)));

        assertThat(document.nodes().map(Object::getClass).toList())
                .isEqualTo(List.of(Document.class, Paragraph.class, Text.class, Code.class, Text.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.git.acme.example",
                "my_co.eu-west-1.privatelink.snowflakecomputing.com",
                "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1",
                "10.0.1.0/24",
                "arn:aws:iam::743289191656:root",
                "git: GitHub Enterprise Server",
                "443"
            })
    void values_of_ours_are_the_same_in_prose_and_in_code(String value) {
        assertThat(Markdown.text(value)).isEqualTo(value);
        assertThat(Markdown.code(value)).isEqualTo(value);
    }
}
