import { expect, it } from 'vitest';
import { formFieldOf, formOfOpinion, wordsOfForm } from './opinion-form';
import { sampleOpinion } from './testing/sample-share';

it('has a place for every question, with what was given before', () => {
  const opinion = sampleOpinion({ answers: [{ question: 1, answer: 'AGREE', text: '可再植' }] });
  expect(formOfOpinion(opinion, 2).answers).toEqual([
    { answer: undefined, text: '' },
    { answer: 'AGREE', text: '可再植' },
  ]);
});

it('sends only questions with an answer, by their number', () => {
  const words = wordsOfForm({ answers: [{ text: '未选' }, { answer: 'DISAGREE', text: ' 理由 ' }], text: ' 可行 ' });
  expect(words).toEqual({
    stance: null,
    text: '可行',
    needs: '',
    answers: [{ question: 1, answer: 'DISAGREE', text: '理由' }],
  });
});

it('finds the question that a refused answer belongs to', () => {
  const words = wordsOfForm({ answers: [{}, { answer: 'AGREE' }] });
  expect(formFieldOf('answers.0.text', words)).toEqual(['answers', 1, 'text']);
  expect(formFieldOf('text', words)).toEqual(['text']);
});
