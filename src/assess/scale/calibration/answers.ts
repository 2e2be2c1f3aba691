/** Who answered what, and whether it was right: one place in each array for one answer, in any order. */
export interface Answers {
	readonly learner: Uint32Array;
	readonly item: Uint32Array;
	readonly right: Uint8Array;
}

/** Collects answers one after the other in as little memory as they need: nine bytes each. */
export class AnswerList {
	#length = 0;
	#answers: Answers = emptyAnswers(1024);

	add(learner: number, item: number, right: boolean): void {
		if (this.#length === this.#answers.right.length) this.#grow();
		this.#answers.learner[this.#length] = learner;
		this.#answers.item[this.#length] = item;
		this.#answers.right[this.#length] = right ? 1 : 0;
		this.#length++;
	}

	done(): Answers {
		const { learner, item, right } = this.#answers;
		return {
			learner: learner.slice(0, this.#length),
			item: item.slice(0, this.#length),
			right: right.slice(0, this.#length)
		};
	}

	#grow(): void {
		const larger = emptyAnswers(2 * this.#length);
		larger.learner.set(this.#answers.learner);
		larger.item.set(this.#answers.item);
		larger.right.set(this.#answers.right);
		this.#answers = larger;
	}
}

function emptyAnswers(length: number): Answers {
	return { learner: new Uint32Array(length), item: new Uint32Array(length), right: new Uint8Array(length) };
}

/** The answers learner by learner: those of the nth stand from `from[n]` to before `from[n + 1]`. */
export interface ByLearner {
	readonly from: Uint32Array;
	readonly item: Uint32Array;
	readonly right: Uint8Array;
}

/** Sorts answers by learner, by counting; within a learner the order stays. */
export function byLearner({ learner, item, right }: Answers): ByLearner {
	const from = startsOf(learner);
	const next = from.slice();
	const sorted = { from, item: new Uint32Array(item.length), right: new Uint8Array(right.length) };
	learner.forEach((who, i) => {
		const at = next[who] ?? 0;
		sorted.item[at] = item[i] ?? 0;
		sorted.right[at] = right[i] ?? 0;
		next[who] = at + 1;
	});
	return sorted;
}

/** Where each learner's answers begin once they are sorted, and where the last one's end. */
function startsOf(learner: Uint32Array): Uint32Array {
	const learners = learner.reduce((most, each) => Math.max(most, each + 1), 0);
	const from = new Uint32Array(learners + 1);
	for (const each of learner) from[each + 1] = (from[each + 1] ?? 0) + 1;
	for (let i = 0; i < learners; i++) from[i + 1] = (from[i + 1] ?? 0) + (from[i] ?? 0);
	return from;
}
