package com.elementarydata.privatelink.operation.onboard;

import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.judge.NewName;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.model.Words;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the names of a new connection point today.
 *
 * @param resolver who is asked
 * @param out receives what is as expected, line by line
 * @param err receives what is not
 */
record NamesToday(DnsResolver resolver, Consumer<String> out, Consumer<String> err) {

    void say(Connection connection) {
        List<NewName> names = NewName.of(connection).toList();
        NewName.judge(names, resolver.ask(names.stream().map(NewName::hostname).toList()))
                .forEach(this::say);
    }

    private void say(Finding finding) {
        if (finding.verdict() == Verdict.PASSED) {
            out.accept(finding.found());
        } else {
            err.accept("%s %s: %s; %s"
                    .formatted(finding.code(), Words.of(finding.verdict()), finding.found(), finding.remedy()));
        }
    }
}
