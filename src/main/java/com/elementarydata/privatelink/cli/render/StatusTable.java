package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import com.google.common.base.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The status of connections as a table, a line a connection.
 *
 * @param statuses the connections
 * @param now when that was
 * @param screen where it is shown
 * @param changed when a connection was seen to change its state, by its name; AWS does not say that
 */
public record StatusTable(List<ConnectionStatus> statuses, Instant now, Screen screen, Map<String, Instant> changed) {

    private static final String TITLE = "CONNECTION";
    private static final String STATE = "STATE";
    // a rule and the spaces beside it
    private static final int MARGIN = 3;

    private record Field(String title, boolean dispensable, Function<ConnectionStatus, @Nullable String> value) {

        int length(ConnectionStatus status) {
            return Printable.of(Strings.nullToEmpty(value.apply(status))).length();
        }
    }

    /** What does not fit is left out, rather than that a line breaks: JSON has everything. */
    public List<String> lines() {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("STACKS", true, ConnectionStatus::deployment),
                new Field(
                        "ENDPOINT", true, status -> status.stacks().endpointId().orElse("")),
                new Field(STATE, false, StatusTable::endpointState),
                new Field("SINCE", true, this::since),
                new Field("DNS", false, status -> status.dns().toString()),
                new Field("TURN", false, status -> Words.of(status.turn()))));
        int narrowest = longestName();
        while (left(fields) < narrowest && fields.stream().anyMatch(Field::dispensable)) {
            fields.remove(fields.stream().filter(Field::dispensable).findFirst().orElseThrow());
        }
        List<Table.Field<ConnectionStatus>> columns = new ArrayList<>();
        columns.add(Table.column(TITLE, status -> status.stacks().path().name()));
        fields.forEach(field -> columns.add(Table.column(field.title(), field.value())
                .toned(status -> field.title().equals(STATE) ? tone(status) : Tone.PLAIN)));
        return Table.of(columns).lines(statuses, screen);
    }

    private int longestName() {
        return statuses.stream()
                .mapToInt(status -> status.stacks().path().name().length())
                .reduce(TITLE.length(), Math::max);
    }

    /** What is left for the connections' names. */
    private int left(List<Field> fields) {
        return screen.width()
                - fields.stream().mapToInt(field -> widest(field) + MARGIN).sum()
                - MARGIN
                - 1;
    }

    private int widest(Field field) {
        return statuses.stream()
                .mapToInt(status -> field.length(status))
                .reduce(field.title().length(), Math::max);
    }

    private String since(ConnectionStatus status) {
        return Optional.ofNullable(changed.get(status.stacks().path().name()))
                .or(status::since)
                .map(this::age)
                .orElse("");
    }

    /** How long ago something was, in one unit. */
    String age(Instant then) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }

    /** A connection is broken by what was found besides its state, too. */
    private static Tone tone(ConnectionStatus status) {
        return status.isBroken() ? Tone.BAD : Tone.of(status.state());
    }

    private static String endpointState(ConnectionStatus status) {
        return status.stacks()
                .endpoint()
                .map(DeployedEndpoint::state)
                .orElseGet(() -> status.state().toString());
    }
}
