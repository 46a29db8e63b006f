package io.weir.platform.internal;

/**
 * Events are kept under the name of their record class; renaming one needs a migration of what is still undelivered.
 */
final class EventTypes {
    static final int LONGEST = 200;

    private EventTypes() {
    }

    static String nameOf(Record event) {
        var type = event.getClass();
        if (type.isLocalClass() || type.isAnonymousClass() || type.getName().length() > LONGEST) {
            throw new IllegalArgumentException("not an event that another node could load: " + type.getName());
        }
        return type.getName();
    }

    /** Loads with the thread's class loader: events are classes of modules that this one does not know. */
    static Class<? extends Record> load(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader()).asSubclass(Record.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("unknown event " + name, e);
        }
    }
}
