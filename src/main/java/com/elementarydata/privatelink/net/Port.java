package com.elementarydata.privatelink.net;

/**
 * A TCP port.
 *
 * @param number 1 to 65535
 */
public record Port(int number) implements Comparable<Port> {

    /**
     * Refuses anything but a TCP port.
     *
     * @param number 1 to 65535
     */
    public Port {
        if (number < 1 || number > 65_535) {
            throw new InvalidValueException("%d is not a TCP port".formatted(number), "give a number from 1 to 65535");
        }
    }

    /**
     * Returns the port with a number.
     *
     * @param number 1 to 65535
     * @return the port
     * @throws InvalidValueException if the number is outside that range
     */
    public static Port of(int number) {
        return new Port(number);
    }

    @Override
    public int compareTo(Port other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
