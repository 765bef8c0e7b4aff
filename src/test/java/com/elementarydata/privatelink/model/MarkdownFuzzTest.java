package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.elementarydata.privatelink.cli.MarkdownDocument;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

class MarkdownFuzzTest {

    @FuzzTest
    void any_text_is_text_and_nothing_else(FuzzedDataProvider data) {
        String text = Markdown.text(data.consumeRemainingAsString());

        assertThat(MarkdownDocument.of("It is %s that runs it".formatted(text))
                        .nodes()
                        .map(Object::getClass)
                        .distinct())
                .isSubsetOf(Document.class, Paragraph.class, Text.class);
    }

    @FuzzTest
    void any_code_stays_within_its_marks(FuzzedDataProvider data) {
        String code = Markdown.code("x" + data.consumeRemainingAsString());

        assertThat(MarkdownDocument.of("It is `%s`.".formatted(code))
                        .nodes()
                        .map(Object::getClass)
                        .toList())
                .isEqualTo(List.of(Document.class, Paragraph.class, Text.class, Code.class, Text.class));
    }
}
