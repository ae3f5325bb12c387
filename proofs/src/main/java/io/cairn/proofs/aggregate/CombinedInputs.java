package io.cairn.proofs.aggregate;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Sums of the public inputs of many proofs, one for each input. */
final class CombinedInputs {

    private CombinedInputs() {
    }

    /**
     * For each input the sum over all proofs of r^j times its value in proof j. A list that is repeated is worked on once.
     *
     * @param inputs a list for each proof, all of one length
     */
    static List<Scalar> of(List<List<Scalar>> inputs, Scalar r) {
        int count = inputs.getFirst().size();
        long[] sums = new long[count * Fr.LIMBS];
        long[] term = new long[Fr.LIMBS];
        long[] factor = new long[Fr.LIMBS];
        Scalar power = Scalar.ONE;
        Scalar waiting = Scalar.ZERO;
        for (int j = 0; j < inputs.size(); j++) {
            ProofDispatcher.giveWay();
            waiting = waiting.plus(power);
            power = power.times(r);
            if (j + 1 < inputs.size() && inputs.get(j + 1) == inputs.get(j)) {
                continue;
            }
            waiting.copyTo(factor, 0);
            waiting = Scalar.ZERO;
            for (int i = 0; i < count; i++) {
                inputs.get(j).get(i).copyTo(term, 0);
                Fr.mul(term, 0, term, 0, factor, 0);
                Fr.add(sums, i * Fr.LIMBS, sums, i * Fr.LIMBS, term, 0);
            }
        }
        List<Scalar> out = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            out.add(Scalar.ofLimbs(sums, i * Fr.LIMBS));
        }
        return out;
    }
}
