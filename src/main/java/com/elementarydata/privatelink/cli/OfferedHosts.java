package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names by which Elementary is to reach a service, which are handed off only if {@code add} takes them.
 *
 * @param integration what is behind the service, where it was said
 * @param given what was given
 */
record OfferedHosts(Optional<Integration> integration, List<String> given) {

    /** The same names, none of them wrong. */
    List<String> checked() {
        List<InvalidValueException> wrong = new ArrayList<>();
        List<Hostname> names = new ArrayList<>();
        for (String text : given) {
            try {
                names.add(OfferedNames.parse(text));
            } catch (InvalidValueException refused) {
                wrong.add(refused);
            }
        }
        if (wrong.isEmpty() && !names.isEmpty()) {
            wrong.addAll(OfferedNames.problems(integration.orElse(TcpService.INTEGRATION), names));
            wrong.addAll(OfferedNames.hidden(names));
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.USAGE,
                    wrong.stream()
                            .map(one -> "--hostname: %s; %s".formatted(one.what(), one.remedy()))
                            .toList());
        }
        return given;
    }
}
