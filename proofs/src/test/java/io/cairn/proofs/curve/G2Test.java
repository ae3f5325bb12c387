package io.cairn.proofs.curve;

class G2Test extends GroupLaws {

    G2Test() {
        super(G2.GENERATOR);
    }
}
