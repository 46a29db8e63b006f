package io.weir.bootstrap.internal;

import io.weir.bootstrap.api.CatalogueFault;
import io.weir.platform.api.Messages;
import java.util.List;
import java.util.Locale;

/** A fault before it is put into words. */
record Fault(int line, int column, String path, String code, List<Object> arguments) {
    CatalogueFault inWords(Messages messages, Locale locale) {
        var said = messages.text(locale, code, arguments.toArray());
        return new CatalogueFault(line, column, path, code, path.isEmpty() ? said : path + ": " + said);
    }

    /** For logs and tests. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + path + " " + code
                + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
