package io.cairn.benchmarks.inlining;

import static io.cairn.benchmarks.inlining.CompilationLog.attribute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the lines of one compilation. Inlined methods are nested elements; a call that the compiler comes back to ("late") is named by an id, and has the
 * methods around it listed. Instructions of vectors are all such: what is not replaced by one in the end stays a call.
 */
final class CompilationReader {

    private record Method(String holder, String name, int bytes, boolean vectors) {

        String described() {
            String own = holder.startsWith(CompilationLog.OWN) ? holder.substring(holder.lastIndexOf('.') + 1) : holder;
            return own.replaceFirst("/0x\\p{XDigit}+", "") + '.' + name;
        }
    }

    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, Method> methods = new HashMap<>();
    private final Deque<Method> around = new ArrayDeque<>();
    private final Map<String, LeftCall> late = new LinkedHashMap<>();
    private final List<LeftCall> calls = new ArrayList<>();
    private final String identity;
    private final String method;
    private final boolean onStack;
    private double uses;
    private String failure = "";
    private String call = "";
    /** The late call whose outcome the next lines tell; empty if none. */
    private String awaited = "";

    CompilationReader(String task) {
        String[] signature = attribute(task, "method").split(" ");
        this.method = new Method(signature[0], signature[1], 0, false).described();
        this.identity = attribute(task, "method");
        this.onStack = !attribute(task, "osr_bci").isEmpty();
    }

    void read(String line) {
        int end = line.indexOf(' ');
        switch (end < 0 ? line : line.substring(0, end)) {
            case "<klass" -> classes.put(attribute(line, "id"), attribute(line, "name"));
            case "<method" -> methods.put(attribute(line, "id"), method(line));
            case "<parse" -> enter(line);
            case "</parse>" -> around.poll();
            case "<call" -> call = line;
            case "<inline_id" -> late.put(attribute(line, "id"), left("stays a call"));
            case "<late_inline" -> awaited = attribute(line, "inline_id");
            case "<intrinsic" -> succeed();
            case "<inline_fail" -> fail(attribute(line, "reason"));
            case "<failure" -> giveUp(attribute(line, "reason"));
            default -> {
                // What else there is says nothing about calls.
            }
        }
    }

    private Method method(String line) {
        String types = classes.getOrDefault(attribute(line, "return"), "");
        for (String argument : attribute(line, "arguments").split(" ")) {
            types += ' ' + classes.getOrDefault(argument, "");
        }
        String holder = classes.getOrDefault(attribute(line, "holder"), "?");
        boolean vectors = (types + holder).contains("incubator.vector.") && !isConstant(types, holder) || holder.contains("vm.vector.VectorSupport");
        String bytes = attribute(line, "bytes");
        return new Method(holder, attribute(line, "name"), bytes.isEmpty() ? 0 : Integer.parseInt(bytes), vectors);
    }

    /** Species and operators are objects anyway, made once. */
    private static boolean isConstant(String types, String holder) {
        return !holder.startsWith("jdk.incubator.vector.") && !types.replaceAll("VectorSpecies|VectorOperators\\S*|\\S*Species", "").contains("Vector");
    }

    /** Some failures only make the compiler begin again with another setting. */
    private void giveUp(String reason) {
        if (reason.startsWith("retry")) {
            around.clear();
            late.clear();
            calls.clear();
        } else {
            failure = reason;
        }
    }

    private void enter(String line) {
        succeed();
        if (around.isEmpty() && uses == 0) {
            uses = Math.max(1, number(attribute(line, "uses")));
        }
        around.push(methods.getOrDefault(attribute(line, "method"), new Method("?", "?", 0, false)));
    }

    private void succeed() {
        late.remove(awaited);
        awaited = "";
    }

    private void fail(String reason) {
        if (awaited.isEmpty()) {
            calls.add(left(reason));
        } else {
            late.computeIfPresent(awaited, (id, was) -> new LeftCall(was.caller(), was.callee(), was.bytes(), reason, was.frequency(), was.vectors()));
            awaited = "";
        }
    }

    private LeftCall left(String reason) {
        Method callee = methods.getOrDefault(attribute(call, "method"), new Method("?", "?", 0, false));
        String caller = around.isEmpty() ? method : around.peek().described();
        double frequency = number(attribute(call, "count")) * Math.max(0, number(attribute(call, "prof_factor"))) / Math.max(1, uses);
        return new LeftCall(caller, callee.described(), callee.bytes, reason, frequency, callee.vectors);
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    Compilation finish() {
        List<LeftCall> all = new ArrayList<>(calls);
        all.addAll(late.values());
        return new Compilation(identity, method, onStack, failure, all);
    }
}
