package com.elementarydata.privatelink.e2e;

/**
 * One thing that goes wrong on a packet's way.
 *
 * @param words what
 * @param foundAt the hop where the packet gets stuck
 * @param act does it, with nothing but SDK calls
 */
record Sabotage(String words, Hop foundAt, Act act) {

    /** Breaks something, and says how to mend it. */
    interface Act {
        Undo on(Scene scene);
    }

    /** Mends it again. */
    interface Undo {
        void run();
    }

    @Override
    public String toString() {
        return words;
    }
}
